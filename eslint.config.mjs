import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { noImportCircles } from './scripts/lint/circles.mjs';
import { noUnusedExports } from './scripts/lint/exports.mjs';
import { importsGoDown } from './scripts/lint/floors.mjs';

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

/** What of VS Code's window makes links or icons of the words that it shows. */
const drawing = [
  'show(Information|Warning|Error)Message|show(QuickPick|InputBox|WorkspaceFolderPick)|create(QuickPick|InputBox)',
  'createStatusBarItem|setStatusBarMessage|withProgress',
].join('|');
const noDrawing = {
  selector: `:matches(MemberExpression[property.name=/^(${drawing})$/], ObjectPattern > Property[key.name=/^(${drawing})$/])`,
  message: 'Words are shown as plain text: by src/editor/messages.ts or picks.ts.',
};

export default defineConfig(
  globalIgnores(['dist', 'dist-test', '.hosts', '.vscode-test', 'test/fixtures', 'snippets']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The strict rules forbid the `!` that this one asks for.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: {
      house: {
        rules: {
          'imports-go-down': importsGoDown,
          'no-import-circles': noImportCircles,
          'no-unused-exports': noUnusedExports,
        },
      },
    },
    rules: {
      'house/imports-go-down': 'error',
      'house/no-import-circles': 'error',
      'house/no-unused-exports': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noDrawing],
    },
  },
  {
    files: ['src/editor/{messages,picks}.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    // The core gets today, the seed and the history as arguments; its tsconfig keeps Node's and the DOM's names out.
    files: ['src/core/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(vscode$|node:)', message: 'The core knows neither VS Code nor Node.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Today is an argument.' },
        { object: 'Math', property: 'random', message: 'The seed is an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Today is an argument.' },
        { selector: 'CallExpression[callee.name="Date"]', message: 'Today is an argument.' },
      ],
    },
  },
  {
    // A test may be sure of what it has just made; and the sentences about one thing stay in one file.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly' } },
    rules: { 'no-undef': 'off' },
  },
  { files: ['*.config.mjs', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
);

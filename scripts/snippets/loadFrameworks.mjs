import path from 'node:path';
import esbuild from 'esbuild';
import { root } from '../root.mjs';
import { yamlPlugin } from '../yamlPlugin.mjs';

/**
 * Returns the built-in frameworks, parsed by the extension's own code.
 * @returns {Promise<readonly import('../../src/core/frameworks/framework').Framework[]>}
 */
export async function loadFrameworks() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(root, 'src/core/frameworks/builtIn.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [yamlPlugin],
  });
  const code = outputFiles[0]?.text ?? '';
  const { builtInFrameworks } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return builtInFrameworks();
}

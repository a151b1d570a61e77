import type { Env, MarkdownIt, RendererRule, Token } from 'markdown-it';
import { type FollowUp, isOpen } from '../core/followUp/followUp';
import { type Checkbox, checkboxAt } from '../core/markdown/listItem';
import { message } from '../core/text/message';
import { chip, drawBox, drawFollowUpBox, drawTaskText, isPlainBox } from './taskText';
import { escapeHtml } from '../core/noteEdit/escape';
import {
  BANNER,
  type PreviewReader,
  PRIVATE_CLOSE,
  PRIVATE_OPEN,
  publicTokens,
  type ShownNote,
  type Tag,
  type Tags,
  tagTokens,
} from './tagTokens';

type DrawArguments = Parameters<RendererRule>;

/**
 * Renders 1:1 notes: follow-ups with checkbox, owner and dates, highlighted questions and private parts. Parser rules
 * only tag tokens, because VS Code names the file only to the renderer, which decides what to draw.
 */
export function previewPlugin(md: MarkdownIt, reader: PreviewReader): void {
  const tags: Tags = new WeakMap();
  const { rules } = md.renderer;
  const replace = (type: string, otherwise: RendererRule, draw: (before: RendererRule) => RendererRule) => {
    rules[type] = draw(rules[type] ?? otherwise);
  };

  md.core.ruler.push('one_on_one', (state) => tagTokens(state, reader, tags));
  replace(
    'text',
    asText,
    (before) =>
      (...drawing) =>
        drawnText(drawing, tags) ?? before(...drawing),
  );
  for (const type of ['heading_open', 'paragraph_open', 'list_item_open']) {
    replace(type, asTag, (before) => (...drawing) => {
      const [tokens, index] = drawing;
      return withClasses(tokens[index], classesOf(drawing, tags), () => before(...drawing));
    });
  }
  const ofNote = (draw: (note: ShownNote) => string): RendererRule => {
    return (...drawing) => {
      const note = tagged(drawing, tags)?.note;
      return note ? draw(note) : '';
    };
  };
  rules[BANNER] = ofNote(({ isPrivate }) =>
    isPrivate ? `<p>${chip('private-mark', reader.word(message('preview.privateNote')))}</p>\n` : '',
  );
  const privateWord = reader.word(message('preview.private'));
  rules[PRIVATE_OPEN] = ofNote(
    () =>
      `<section class="one-on-one-private" aria-label="${escapeHtml(privateWord)}">${chip('private-mark', privateWord)}\n`,
  );
  rules[PRIVATE_CLOSE] = ofNote(() => '</section>\n');
  hidePrivateBlocks(md, reader, tags);
}

/** Leaves out private blocks, in any Markdown file, while private parts are hidden. */
function hidePrivateBlocks({ renderer }: MarkdownIt, reader: PreviewReader, tags: Tags): void {
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env: Env) => {
    const banner = tokens.find(({ type }) => type === BANNER);
    const source = banner && tags.get(banner)?.source;
    const ranges = source && reader.hidesPrivate() ? source.privateLinesIn(env) : [];
    if (ranges.length === 0) return render(tokens, options, env);
    const mark = `<p>${chip('private-mark', reader.word(message('preview.hidden')))}</p>\n`;
    return mark + (ranges === 'all' ? '' : render([...publicTokens(tokens, ranges)], options, env));
  };
}

const asText: RendererRule = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
const asTag: RendererRule = (...[tokens, index, options, , renderer]) => renderer.renderToken(tokens, index, options);

interface Tagged extends Tag {
  readonly token: Token;
  /** The note, or `undefined` if the file is not a 1:1 note. */
  readonly note: ShownNote | undefined;
}

function tagged([tokens, index, , env]: DrawArguments, tags: Tags): Tagged | undefined {
  const token = tokens[index];
  const tag = token && tags.get(token);
  return tag && { ...tag, token, note: tag.source.noteIn(env) };
}

/**
 * Renders the text of a list item as a follow-up, or as a task of another file. Returns `undefined` to render it as
 * plain text.
 */
function drawnText(drawing: DrawArguments, tags: Tags): string | undefined {
  const text = tagged(drawing, tags);
  if (!text) return undefined;
  const { token, source, line, isFirst, note } = text;
  const followUp = note?.followUpAt(line);
  const box = isFirst ? boxToDraw(token, followUp) : undefined;
  const rest = box ? token.content.slice(box.end) : token.content;
  if (followUp && followUp.status !== 'none') {
    return (box ? drawFollowUpBox(followUp, source.reader) : '') + drawTaskText(rest, followUp, source.reader);
  }
  return box && drawBox(box.stateCharacter, source.reader) + escapeHtml(rest);
}

/**
 * Returns the checkbox at the start of a list item, if it should be drawn. If another extension has already drawn it,
 * it is no longer part of the text.
 */
function boxToDraw({ content }: Token, followUp: FollowUp | undefined): Checkbox | undefined {
  const box = checkboxAt(content, 0);
  if (!box) return undefined;
  const isDrawn = followUp ? followUp.status !== 'none' : isPlainBox(box.stateCharacter) && box.end < content.length;
  return isDrawn ? box : undefined;
}

function classesOf(drawing: DrawArguments, tags: Tags): readonly string[] {
  const block = tagged(drawing, tags);
  if (!block) return [];
  const { token, line, note } = block;
  const ofTask = token.type === 'list_item_open' ? taskClasses(drawing, tags) : [];
  const prompt = note?.promptAt(line);
  if (!prompt) return ofTask;
  const isAnsweredHere = prompt.answered && prompt.answerLine === prompt.line;
  return [
    ...ofTask,
    'one-on-one-question',
    ...(prompt.answered ? [] : ['one-on-one-unanswered']),
    ...(isAnsweredHere ? ['one-on-one-answered-here'] : []),
  ];
}

function taskClasses([tokens, index, options, env, renderer]: DrawArguments, tags: Tags): readonly string[] {
  const children = tokens[index + 2]?.children ?? [];
  const first = tagged([children, 0, options, env, renderer], tags);
  if (!first) return [];
  const followUp = first.note?.followUpAt(first.line);
  if (!boxToDraw(first.token, followUp)) return [];
  const isClosed = followUp !== undefined && !isOpen(followUp.status);
  return isClosed ? ['one-on-one-task', 'one-on-one-closed'] : ['one-on-one-task'];
}

/** Renders a token with additional classes, then restores it, because it may be rendered again for another file. */
function withClasses(token: Token | undefined, classes: readonly string[], draw: () => string): string {
  if (!token || classes.length === 0) return draw();
  const { attrs } = token;
  token.attrs = attrs?.map(([name, value]) => [name, value]) ?? null;
  token.attrJoin('class', classes.join(' '));
  try {
    return draw();
  } finally {
    token.attrs = attrs;
  }
}

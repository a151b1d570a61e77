import { escapeHtml } from '../noteEdit/escape';
import type { Text, WordText } from '../text/message';
import type { Picture } from './report';

/** Width of the labels, of a square and of the longest bar, in units of the picture. */
const LABEL = 170;
const SQUARE = 16;
const BAR = 260;
/** Height of a row of squares, and of a bar. */
const ROW = 22;
const THIN = 11;

/** Returns a picture as SVG. Its colors are those of the page. Screen readers skip it, because the table says the same. */
export function pictureSvg(picture: Picture, word: WordText): string {
  return picture.kind === 'strips' ? strips(picture, word) : bars(picture, word);
}

function strips({ rows, ends }: Extract<Picture, { kind: 'strips' }>, word: WordText): string {
  const columns = Math.max(0, ...rows.map(({ squares }) => squares.length));
  const drawn = rows.map(({ label, squares }, row) => {
    const y = row * ROW;
    const each = squares.map((isFilled, at) => {
      const x = LABEL + at * (SQUARE + 4);
      return `<rect class="${isFilled ? 'filled' : 'empty'}" x="${x}" y="${y + 2}" width="${SQUARE}" height="${SQUARE}" rx="3"/>`;
    });
    return labelAt(y + 15, label, word) + each.join('');
  });
  const [width, bottom] = [LABEL + columns * (SQUARE + 4), rows.length * ROW];
  const [first, last] = ends.map((end) => escapeHtml(word(end)));
  const axis =
    `<text class="small" x="${LABEL}" y="${bottom + 14}">${first}</text>` +
    `<text class="small" x="${width - 4}" y="${bottom + 14}" text-anchor="end">${last}</text>`;
  return svg(width, bottom + ROW, [...drawn, axis]);
}

function bars({ series, rows }: Extract<Picture, { kind: 'bars' }>, word: WordText): string {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  const legend = series.map((name, at) => {
    const y = at * ROW;
    return `<rect class="series${at}" x="${LABEL}" y="${y + 4}" width="12" height="12"/>${textAt(LABEL + 18, y + 14, word(name))}`;
  });
  const top = series.length > 1 ? series.length * ROW + 6 : 0;
  const height = Math.max(ROW, series.length * THIN + 10);
  const drawn = rows.map(({ label, values }, row) => {
    const y = top + row * height;
    const each = values.map((value, at) => {
      const [width, barY] = [Math.round((value / most) * BAR), y + 4 + at * THIN];
      const bar = `<rect class="series${at}" x="${LABEL}" y="${barY}" width="${width}" height="${THIN - 2}"/>`;
      return value === 0 ? '' : bar + textAt(LABEL + width + 5, barY + 8, String(value), 'small');
    });
    return labelAt(y + height / 2 + 3, label, word) + each.join('');
  });
  return svg(LABEL + BAR + 50, top + rows.length * height, [...(top > 0 ? legend : []), ...drawn]);
}

function labelAt(y: number, label: Text, word: WordText): string {
  const words = word(label);
  return textAt(0, y, words.length > 24 ? `${words.slice(0, 23)}…` : words);
}

function textAt(x: number, y: number, words: string, kind = 'label'): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escapeHtml(words)}</text>`;
}

function svg(width: number, height: number, parts: readonly string[]): string {
  return `<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

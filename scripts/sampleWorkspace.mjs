import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

/** The reference date of the sample workspace, a Monday. Its newest notes are from the week before. */
export const SAMPLE_TODAY = '2026-03-16';

const sampleDir = path.join(root, 'test/fixtures/sample');
const dayInMs = 86_400_000;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
/** Matches `2026-03-16`, `2026.03.16` and `20260316`. */
const numericDate = /(?<!\d)((?:19|20)\d\d)([-.]?)(\d\d)\2(\d\d)(?!\d)/g;
/** Matches `16 March 2026`, and `16-march-2026` in links to such a heading. */
const spelledDate = new RegExp(`(?<!\\d)(\\d{1,2})([ -])(${months.join('|')})\\2((?:19|20)\\d\\d)(?!\\d)`, 'gi');

/**
 * Copies the sample workspace and shifts all dates in names and contents to the present. Dates are shifted by whole
 * weeks to preserve weekdays, so the reference date becomes the last Monday up to `today`.
 * @param {string} targetDir made if missing; files of the same name are overwritten
 * @param {string} today `YYYY-MM-DD`
 * @returns {Promise<void>}
 */
export async function copySample(targetDir, today) {
  const days = Math.floor((Date.parse(today) - Date.parse(SAMPLE_TODAY)) / dayInMs / 7) * 7;
  if (Number.isNaN(days)) throw new Error(`Not a date: ${today}. Write it as YYYY-MM-DD.`);

  const entries = await readdir(sampleDir, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(targetDir, moveDates(path.relative(sampleDir, source), days));
    await mkdir(path.dirname(target), { recursive: true });
    // Latin-1 maps each byte to one character and back; digits and month names are ASCII.
    await writeFile(target, moveDates(await readFile(source, 'latin1'), days), 'latin1');
  }
}

/**
 * Shifts each date in `text` by `days`. Invalid dates such as `2026-02-30` remain unchanged.
 * @param {string} text
 * @param {number} days
 */
function moveDates(text, days) {
  return text
    .replace(numericDate, (written) => moveNumericDate(written, days))
    .replace(spelledDate, (written) => moveSpelledDate(written, days));
}

/**
 * @param {string} written `2026-03-16`, `2026.03.16` or `20260316`
 * @param {number} days
 */
function moveNumericDate(written, days) {
  const separator = written.length === 10 ? written.charAt(4) : '';
  const digits = written.replaceAll(separator, '');
  const date = utcDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (!date) return written;
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10).replaceAll('-', separator);
}

/**
 * @param {string} written `16 March 2026` or `16-march-2026`
 * @param {number} days
 */
function moveSpelledDate(written, days) {
  const separator = written.includes('-') ? '-' : ' ';
  const [day, name = '', year] = written.split(separator);
  const month = months.findIndex((each) => each.toLowerCase() === name.toLowerCase()) + 1;
  const date = utcDate(Number(year), month, Number(day));
  if (!date) return written;
  date.setUTCDate(date.getUTCDate() + days);
  const newName = months[date.getUTCMonth()] ?? '';
  const cased = name === name.toLowerCase() ? newName.toLowerCase() : newName;
  return [date.getUTCDate(), cased, date.getUTCFullYear()].join(separator);
}

/**
 * @param {number} year
 * @param {number} month from 1
 * @param {number} day
 * @returns {Date | undefined} at midnight UTC; `undefined` when the calendar has no such day
 */
function utcDate(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
}

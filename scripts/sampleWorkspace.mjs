import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
 * Copies the sample workspace of a day.
 * @param {string} targetDir made if missing; files of the same name are overwritten
 * @param {string} today `YYYY-MM-DD`
 * @returns {Promise<void>}
 */
export async function copySample(targetDir, today) {
  for (const [name, text] of await sampleOf(today)) {
    const target = path.join(targetDir, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text, 'latin1');
  }
}

/**
 * Removes the workspace settings from a copy of the sample workspace. They say who the reader is, which belongs in the
 * settings of the user.
 * @param {string} folder
 * @returns {Promise<Record<string, unknown>>} the settings
 */
export async function takeSettings(folder) {
  const file = path.join(folder, '.vscode/settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return settings;
}

/**
 * Returns the files of the sample workspace, with all dates in paths and contents shifted to the present. Earlier dates
 * are shifted by whole weeks to preserve weekdays, so the reference date becomes the last Monday up to `today`. Dates
 * from the reference date on are shifted further, by the working days since that Monday: what is due today in the sample
 * is due today in the copy, or on Monday if today is at a weekend.
 * @param {string} today `YYYY-MM-DD`
 * @returns {Promise<ReadonlyMap<string, string>>} contents by path; Latin-1 maps each byte to one character and back
 */
export async function sampleOf(today) {
  const move = dateMover(today);
  const files = new Map();
  for (const [name, text] of await (sample ??= readSample())) files.set(moveDates(name, move), moveDates(text, move));
  return files;
}

/** @type {Promise<ReadonlyMap<string, string>> | undefined} */
let sample;

/** @returns {Promise<ReadonlyMap<string, string>>} */
async function readSample() {
  const files = new Map();
  for (const entry of await readdir(sampleDir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    // Digits and month names are ASCII.
    if (entry.isFile()) files.set(path.relative(sampleDir, file), await readFile(file, 'latin1'));
  }
  return files;
}

/**
 * @param {string} today `YYYY-MM-DD`
 * @returns {(date: Date) => Date} shifts a date of the sample to the present
 */
function dateMover(today) {
  const sinceReference = (Date.parse(today) - Date.parse(SAMPLE_TODAY)) / dayInMs;
  if (Number.isNaN(sinceReference)) throw new Error(`Not a date: ${today}. Write it as YYYY-MM-DD.`);
  const weeks = Math.floor(sinceReference / 7);
  const workdays = Math.min(sinceReference - weeks * 7, 5);
  const reference = new Date(SAMPLE_TODAY);
  return (date) => addWorkdays(addDays(date, weeks * 7), date < reference ? 0 : workdays);
}

/**
 * @param {Date} date
 * @param {number} days
 */
function addDays(date, days) {
  return new Date(date.getTime() + days * dayInMs);
}

/**
 * @param {Date} date
 * @param {number} workdays
 * @returns {Date}
 */
function addWorkdays(date, workdays) {
  if (workdays === 0) return date;
  const next = addDays(date, 1);
  const isWeekend = next.getUTCDay() === 0 || next.getUTCDay() === 6;
  return addWorkdays(next, isWeekend ? workdays : workdays - 1);
}

/**
 * Shifts each date in `text`. Invalid dates such as `2026-02-30` remain unchanged.
 * @param {string} text
 * @param {(date: Date) => Date} move
 */
function moveDates(text, move) {
  return text
    .replace(numericDate, (written) => moveNumericDate(written, move))
    .replace(spelledDate, (written) => moveSpelledDate(written, move));
}

/**
 * @param {string} written `2026-03-16`, `2026.03.16` or `20260316`
 * @param {(date: Date) => Date} move
 */
function moveNumericDate(written, move) {
  const separator = written.length === 10 ? written.charAt(4) : '';
  const digits = written.replaceAll(separator, '');
  const date = utcDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  return date ? move(date).toISOString().slice(0, 10).replaceAll('-', separator) : written;
}

/**
 * @param {string} written `16 March 2026` or `16-march-2026`
 * @param {(date: Date) => Date} move
 */
function moveSpelledDate(written, move) {
  const separator = written.includes('-') ? '-' : ' ';
  const [day, name = '', year] = written.split(separator);
  const month = months.findIndex((each) => each.toLowerCase() === name.toLowerCase()) + 1;
  const date = utcDate(Number(year), month, Number(day));
  if (!date) return written;
  const moved = move(date);
  const newName = months[moved.getUTCMonth()] ?? '';
  const cased = name === name.toLowerCase() ? newName.toLowerCase() : newName;
  return [moved.getUTCDate(), cased, moved.getUTCFullYear()].join(separator);
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

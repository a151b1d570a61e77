/**
 * Returns the local calendar date.
 * @returns {string} `YYYY-MM-DD`
 */
export function today() {
  const now = new Date();
  const pad = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

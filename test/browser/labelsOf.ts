import type { Locator } from 'playwright-core';

/** What is needed of a browser's element, whose types are not known here. */
interface LabelledElement {
  getAttribute(name: string): string | null;
}

/** What a screen reader says of each row of a list, of those that are scrolled into view. */
export function labelsOf(rows: Locator): Promise<string[]> {
  // All at once: a row that goes meanwhile must not be waited for.
  return rows.evaluateAll((elements: readonly LabelledElement[]) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
}

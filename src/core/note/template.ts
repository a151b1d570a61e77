const TAG = /\{\{|<%/;

/** Whether a text holds a tag that a template's plugin fills in: it says nothing yet. */
export function isTemplate(text: string): boolean {
  return TAG.test(text);
}

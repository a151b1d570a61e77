const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it as it is, also within the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A word or two set apart from the text around it. `kind` is the last part of its class; `written` is what it stands for. */
export function chip(kind: string, words: string, written?: string): string {
  const title = written === undefined || written === words ? '' : ` title="${escapeHtml(written)}"`;
  return `<span class="one-on-one-chip one-on-one-${kind}"${title}>${escapeHtml(words)}</span>`;
}

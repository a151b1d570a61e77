import type { DocumentSelector } from 'vscode';

/** What the aids of the text editor are registered for. */
export const MARKDOWN: DocumentSelector = { language: 'markdown' };

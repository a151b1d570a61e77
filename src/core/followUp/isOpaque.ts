import { readInline } from './readInline';

/** Whether `offset` lies within code, an address, a comment or a field in the text of an item: nobody begins anything there. */
export function isLiteral(text: string, offset: number): boolean {
  const { opaque, gaps } = readInline(text);
  return [...opaque, ...gaps].some(({ start, end }) => start < offset && offset < end);
}

/** The examples of the CommonMark specification; the package brings no types of its own. */
declare module 'commonmark-spec' {
  interface Example {
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly number: number;
  }
  const spec: { readonly text: string; readonly tests: readonly Example[] };
  export default spec;
}

/** A YAML file imported as data: the build parses it (`scripts/yamlPlugin.mjs`), so nothing is parsed at run time. */
declare module '*.yaml' {
  const data: unknown;
  export default data;
}

/** A path of the server that our files came from, whatever page they stand in: all of them lie under /widget/. */

export function serverUrl(file: string, path: string): string {
  return file.replace(/\/widget\/.*/, path);
}

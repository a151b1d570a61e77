import type { Event } from 'vscode';

/** Resolves once `isSo`, which is asked now and after each `event`. The test's timeout is the longest wait. */
export function until(event: Event<unknown>, isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const listener = event(look);
    function look(): void {
      try {
        if (isSo()) {
          listener.dispose();
          resolve();
        }
      } catch (error) {
        listener.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    look();
  });
}

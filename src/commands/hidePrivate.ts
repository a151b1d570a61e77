import { setHidesPrivate } from '../editor/hidePrivate';

/** Hides private notes, sections and lines wherever notes are shown, until *Show Private Again*. */
export async function hidePrivate(): Promise<void> {
  await setHidesPrivate(true);
}

/** Shows private parts again. */
export async function stopHidingPrivate(): Promise<void> {
  await setHidesPrivate(false);
}

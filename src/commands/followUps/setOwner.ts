import { CancellationError, l10n } from 'vscode';
import { planSetOwner as planOwner } from '../../core/followUp/ownerEdits';
import { personKey } from '../../core/people/names';
import type { Services } from '../../services';
import { pickByName, type NamedItem } from '../shared/pickPerson';
import { changeFollowUps } from './changeFollowUps';
import { targetsOf } from './targets';

interface OwnerItem extends NamedItem {
  /** The owner as written in the note, or `undefined` to remove the owner. */
  readonly owner: string | undefined;
}

/** Sets the owner of follow-ups: the reader, another person, or no owner. */
export async function setOwner(
  needs: Pick<Services, 'notes' | 'viewChanges'>,
  ...args: readonly unknown[]
): Promise<void> {
  const { notes } = needs;
  const targets = await targetsOf(args, notes);
  const { index } = notes;
  const first = new Set(targets.map(({ item }) => item.group));
  const people = index.people.all.map((person): OwnerItem => ({
    label: person.name,
    names: [person.name, ...person.aliases],
    owner: index.people.shortName(person.name),
  }));
  const isFirst = ({ label }: OwnerItem): boolean => first.has(personKey(label));
  const items: OwnerItem[] = [
    { label: l10n.t('Me'), names: [l10n.t('Me')], owner: 'me' },
    ...people.filter(isFirst),
    ...people.filter((item) => !isFirst(item)),
    { label: l10n.t('No owner'), names: [l10n.t('No owner')], owner: undefined },
  ];
  const picked = await pickByName(items, { title: l10n.t('Set Owner'), placeholder: l10n.t('Who owes it?') });
  if (!picked) {
    throw new CancellationError();
  }
  const isPerson = (name: string): boolean => index.people.knows(name);
  const ownerIn = (uri: string): string | undefined =>
    picked.owner === 'me' ? notes.fullIndex.ownNameIn(notes.fullIndex.note(uri)) : picked.owner;
  const done = picked.owner === undefined ? l10n.t('Owner removed') : l10n.t('Owned by {0}', picked.label);
  await changeFollowUps(targets, (request, uri) => planOwner(request, { owner: ownerIn(uri), isPerson }), done, needs);
}

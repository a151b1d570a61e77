import type { PersonBalance } from '../../core/insight/balance';
import type { Theme, ThemePlace } from '../../core/insight/theme';
import type { ThemeGroup } from '../../core/insight/themes';

/** Themes of one kind. */
export interface GroupRow {
  readonly kind: 'group';
  readonly group: ThemeGroup;
}

/** Whose notes are mostly status, or have sections that stay empty. */
export interface DriftsRow {
  readonly kind: 'drifts';
  readonly drifts: readonly PersonBalance[];
}

export interface ThemeRow {
  readonly kind: 'theme';
  readonly theme: Theme;
  readonly parent: GroupRow;
}

/** A line that belongs to a theme. */
export interface PlaceRow {
  readonly kind: 'place';
  readonly place: ThemePlace;
  readonly parent: ThemeRow;
}

export interface DriftRow {
  readonly kind: 'drift';
  readonly drift: PersonBalance;
}

export type ThemesRow = GroupRow | DriftsRow | ThemeRow | PlaceRow | DriftRow;

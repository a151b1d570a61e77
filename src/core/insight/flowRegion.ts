import type { Ratings } from '../note/ratings';

/** The eight states that challenge and skill make together, as the research on flow names them, and the middle of them. */
export type FlowRegion =
  'apathy' | 'boredom' | 'relaxation' | 'control' | 'flow' | 'arousal' | 'anxiety' | 'worry' | 'balanced';

/** Counterclockwise from where skill is high and challenge is neither high nor low. */
const REGIONS: readonly FlowRegion[] = [
  'control',
  'flow',
  'arousal',
  'anxiety',
  'worry',
  'apathy',
  'boredom',
  'relaxation',
];
const MIDDLE = 5;
/** How far from the middle a point still is in balance: one step on one of the scales. */
const BALANCED = 1;

/** Where a pair of ratings lies: in one of eight equal sectors around the middle of both scales, or close to it. */
export function flowRegion({ challenge, skill }: Ratings): FlowRegion {
  const right = skill - MIDDLE;
  const up = challenge - MIDDLE;
  if (Math.hypot(right, up) <= BALANCED) return 'balanced';
  const eighths = Math.round(Math.atan2(up, right) / (Math.PI / 4));
  return REGIONS.at(eighths % REGIONS.length) ?? 'balanced';
}

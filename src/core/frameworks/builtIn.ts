import careerAndWellBeing from '../../../templates/career-and-well-being.yaml';
import challengeVsSkill from '../../../templates/challenge-vs-skill.yaml';
import listenLearnLift from '../../../templates/listen-learn-lift.yaml';
import managingUp from '../../../templates/managing-up.yaml';
import narrateTheFuture from '../../../templates/narrate-the-future.yaml';
import peopleProcessProduct from '../../../templates/people-process-product.yaml';
import rainbowsAndClouds from '../../../templates/rainbows-and-clouds.yaml';
import reflective from '../../../templates/reflective.yaml';
import startStopContinue from '../../../templates/start-stop-continue.yaml';
import zoneOfGenius from '../../../templates/zone-of-genius.yaml';
import type { Framework } from './framework';
import { frameworkFromData } from './frameworkFromData';

/** The order in which they are offered: the weekly one first, which is the usual one of those who have not chosen. */
const TEMPLATES: Readonly<Record<string, unknown>> = {
  'people-process-product': peopleProcessProduct,
  'listen-learn-lift': listenLearnLift,
  'career-and-well-being': careerAndWellBeing,
  'managing-up': managingUp,
  'narrate-the-future': narrateTheFuture,
  'start-stop-continue': startStopContinue,
  'rainbows-and-clouds': rainbowsAndClouds,
  'challenge-vs-skill': challengeVsSkill,
  'zone-of-genius': zoneOfGenius,
  reflective,
};

/** The frameworks that come with the extension, read from its templates each time it is called. */
export function builtInFrameworks(): readonly Framework[] {
  return Object.entries(TEMPLATES).map(([name, data]) => {
    const { framework, problems } = frameworkFromData(data, name);
    const [problem] = problems;
    if (!framework || problem) {
      throw new Error(`templates/${name}.yaml: ${problem?.message ?? 'no framework'}`);
    }
    return framework;
  });
}

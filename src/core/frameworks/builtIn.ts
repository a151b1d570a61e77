import { wordMessage } from '../text/message';
import aMinuteAfter from '../../../templates/a-minute-after.yaml';
import careerAndWellBeing from '../../../templates/career-and-well-being.yaml';
import challengeVsSkill from '../../../templates/challenge-vs-skill.yaml';
import comingBack from '../../../templates/coming-back.yaml';
import firstOneOnOne from '../../../templates/first-one-on-one.yaml';
import groupOfThree from '../../../templates/group-of-three.yaml';
import lastOneOnOne from '../../../templates/last-one-on-one.yaml';
import listenLearnLift from '../../../templates/listen-learn-lift.yaml';
import managingUp from '../../../templates/managing-up.yaml';
import narrateTheFuture from '../../../templates/narrate-the-future.yaml';
import peer from '../../../templates/peer.yaml';
import peopleProcessProduct from '../../../templates/people-process-product.yaml';
import rainbowsAndClouds from '../../../templates/rainbows-and-clouds.yaml';
import reflective from '../../../templates/reflective.yaml';
import skipLevel from '../../../templates/skip-level.yaml';
import startStopContinue from '../../../templates/start-stop-continue.yaml';
import thirtySixtyNinety from '../../../templates/thirty-sixty-ninety.yaml';
import zoneOfGenius from '../../../templates/zone-of-genius.yaml';
import type { Framework } from './framework';
import { frameworkFromData } from './frameworkFromData';

/** The built-in frameworks in the order of the picker. The first one, for weekly 1:1s, is the default. */
const TEMPLATES: Readonly<Record<string, unknown>> = {
  'people-process-product': peopleProcessProduct,
  'listen-learn-lift': listenLearnLift,
  'career-and-well-being': careerAndWellBeing,
  'managing-up': managingUp,
  'skip-level': skipLevel,
  peer,
  'first-one-on-one': firstOneOnOne,
  'thirty-sixty-ninety': thirtySixtyNinety,
  'coming-back': comingBack,
  'last-one-on-one': lastOneOnOne,
  'narrate-the-future': narrateTheFuture,
  'start-stop-continue': startStopContinue,
  'rainbows-and-clouds': rainbowsAndClouds,
  'challenge-vs-skill': challengeVsSkill,
  'zone-of-genius': zoneOfGenius,
  'group-of-three': groupOfThree,
  reflective,
  'a-minute-after': aMinuteAfter,
};

/** Reads the built-in frameworks from their templates. The result is not cached. */
export function builtInFrameworks(): readonly Framework[] {
  return Object.entries(TEMPLATES).map(([name, data]) => {
    const { framework, problems } = frameworkFromData(data, name);
    const [problem] = problems;
    if (!framework || problem) {
      throw new Error(`templates/${name}.yaml: ${problem ? wordMessage(problem.message) : 'no framework'}`);
    }
    return framework;
  });
}

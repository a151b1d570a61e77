import {
  hasLock,
  isPrivateLabel,
  isPrivateLead,
  isPrivateName,
  isPrivateTitle,
  mayNamePrivate,
  privateNaming,
} from './privateWords';
import { isPrivateField } from './privateProperties';

/** The lines that end the part under a label: only headings end it, or also labels of the same form. */
export type LabelForm = 'heading' | 'emphasis' | 'emphasisLead' | 'plain';

/**
 * What a line of text makes private: the `note`, its own `block`, or as a `label` what follows up to the next heading
 * or label.
 */
export type LineEffect =
  | { readonly makes: 'note' | 'block' }
  | { readonly makes: 'label'; readonly form: LabelForm; readonly isWhole: boolean };

/** What may be meant as a heading is not read as a label. */
const HEADING_LIKE = /^#(?:#|\s)/;
const BLOCK: LineEffect = { makes: 'block' };
const NOTE: LineEffect = { makes: 'note' };
const HTML_EMPHASIS = /<\/?(?:b|strong|em|i|u|mark)>/gi;
const COMMENT = /<!--[^]{0,200}?-->|%%[^%]{0,200}%%/g;
const EMPHASIS = /^(\*{1,3}|_{1,3}|==|~~)(?=\S)(.{1,80}?)\1(.*)$/u;
const SENTENCE = /[.!?]\s*$/;
const TAG = /(?:^|[\s([,;])[#＃@]([\p{L}\p{M}\p{N}\p{Cf}_/+.-]+)/gu;
const ONLY_TAGS = /^(?:[#＃][^\s#＃]+\s*)+$/u;
const FIELD =
  /(?:^|[\s([{])([\p{L}][\p{L}\p{M}\p{N}\p{Cf}_-]*(?: [\p{L}\p{M}\p{N}_-]+){0,2})\s*(::|:)[ \t]*([^\s()[\]{}*_/][^()[\]{}]{0,80})/gu;
const BRACKETED_FIELD = /[([][^()[\]:]*::[^()[\]]*[)\]]/g;
/** Owners and a priority before the words of a task. */
const BEFORE_WORDS = /^(?:@\S+\s+|\([A-Z]\)\s+)+/;
const FALSE_PROPERTY = /^[\p{L}][\p{L}\p{N}_ -]{0,30}::?\s*(?:false|no|off|n|0|never|none)\s*$/iu;
const BRACKETS = /^[([{【「](.*)[)\]}】」]$/u;
const PLAIN_LABEL = /^[\p{L}\p{M}\p{N}’'&/() -]{1,40}[:：]$/u;
const EMPHASIS_LEAD = /^(?:\*\*|__)[^*_]{1,60}(?::(?:\*\*|__)|(?:\*\*|__):)/u;
const PROPERTY = /^[\p{L}][\p{L}\p{N}_ -]{0,30}:(?!:)/u;

/** Returns what a line of text makes private, without its list and quote markers, or `undefined`. */
export function lineEffect(line: string): LineEffect | undefined {
  if (!mayNamePrivate(line)) return undefined;
  const written = line.replace(COMMENT, '').replace(HTML_EMPHASIS, '**').trim();
  if (HEADING_LIKE.test(written)) return undefined;
  return (
    fieldEffect(written) ??
    tagEffect(written) ??
    wordEffect(withoutFields(written)) ??
    (hasLock(written) ? BLOCK : undefined)
  );
}

/** Tests whether a line ends the part under a label of a form. */
export function endsLabel(line: string, form: LabelForm): boolean {
  if (form === 'heading') return false;
  const written = line.replace(HTML_EMPHASIS, '**').trim();
  const rest = EMPHASIS.exec(written)?.[3];
  return (
    (rest !== undefined && /^[:：]?$/.test(rest)) ||
    (form === 'plain' && PLAIN_LABEL.test(written)) ||
    (form === 'emphasisLead' && EMPHASIS_LEAD.test(written))
  );
}

/** Reads `private:: true`, `[private:: true]`, `private:true` and `Visibility: private`. */
function fieldEffect(written: string): LineEffect | undefined {
  for (const { 0: found, 1: key = '', 2: sign, 3: value = '' } of written.matchAll(FIELD)) {
    if (!isPrivateField(key, value)) continue;
    const isWhole = found === written;
    if (sign === '::') return isWhole ? NOTE : BLOCK;
    if (isWhole && isPlainValue(value)) return NOTE;
    if (/\S:\S/.test(found)) return BLOCK;
  }
  return undefined;
}

/** Removes owners, priorities, and fields that make nothing private, such as `[private:: false]` and `Private: no`. */
function withoutFields(written: string): string {
  return written.replace(BRACKETED_FIELD, '').replace(FALSE_PROPERTY, '').replace(BEFORE_WORDS, '');
}

/** Whether a value belongs to a property of the note rather than to a label: `Private: yes`. */
function isPlainValue(value: string): boolean {
  return /^(?:true|yes|y|on|1|x|✓|✅)$/i.test(value.trim()) || isPrivateLabel(value);
}

function tagEffect(written: string): LineEffect | undefined {
  const isPrivate = Array.from(written.matchAll(TAG)).some(({ 0: tag, 1: name = '' }) =>
    tag.includes('@') ? isPrivateLabel(name.replace(/[_.-]/g, ' ')) : isPrivateName(name),
  );
  if (!isPrivate) return undefined;
  if (ONLY_TAGS.test(written)) return { makes: 'label', form: 'heading', isWhole: true };
  return PROPERTY.test(written) && /^(?:tags?|labels?|category|categories|keywords?)\s*:/i.test(written) ? NOTE : BLOCK;
}

function wordEffect(written: string): LineEffect | undefined {
  return mayNamePrivate(written) ? (labelEffect(written) ?? remarkEffect(written)) : undefined;
}

function labelEffect(written: string): LineEffect | undefined {
  const [, , inner = '', rest = ''] = EMPHASIS.exec(written) ?? [];
  if (inner === '') return undefined;
  if (/^[\s:：]*$/.test(rest)) {
    const isLabel = isPrivateLead(inner) || (!SENTENCE.test(inner) && isPrivateTitle(inner));
    return isLabel ? { makes: 'label', form: 'emphasis', isWhole: true } : undefined;
  }
  return isPrivateLead(inner) ? { makes: 'label', form: 'emphasisLead', isWhole: false } : undefined;
}

function remarkEffect(written: string): LineEffect | undefined {
  const inner = BRACKETS.exec(written)?.[1];
  if (inner !== undefined && isPrivateLabel(inner)) return { makes: 'label', form: 'plain', isWhole: true };
  const naming = privateNaming(written);
  if (naming !== 'label') return naming && BLOCK;
  return { makes: 'label', form: 'plain', isWhole: /[:：]\s*$/u.test(written) || isPrivateLabel(written) };
}

import type { Seeded } from '../../../bench/seeded';

/** A note in which every private word begins with `qz`, and no other word does. */
export interface NoteWithSecrets {
  readonly path: string;
  readonly text: string;
  /** By which forms parts of it are private. */
  readonly forms: ReadonlySet<string>;
  /** The first form for which nothing of it may be shared at all. */
  readonly whyRefused: string | undefined;
}

const QUESTIONS = [
  'Who do you want to thank?',
  'Who is getting in your way?',
  'How are you doing?',
  'What do you propose?',
];
const TITLES = ['People', 'Process', 'Agenda', 'Follow-ups', 'Status', 'On My Mind', 'Notes', 'My actions', 'Wins'];
const OPENERS = ['<!-- private -->', '<!--private-->', '<!--  PRIVATE  -->', '<!--\nprivate\n-->', '<!--\tPrivate -->'];
const CLOSERS = ['<!-- /private -->', '<!--/private-->', '<!-- / Private -->', '<!--\n/private -->'];
const PRIVATE_TITLES = [
  ...['Private', 'PRIVATE:', '**Private**', 'Private notes', 'Manager notes', 'Manager’s notes', 'Confidential'],
  ...['🔒', '🔒 Salary', 'Review 🔒', '3. Private', '_Confidential_:', 'Private (me only)', 'Private: the case'],
];

/** A random note with private parts in every form that is known, and with what only looks like one. */
export function noteWithSecrets(random: Seeded): NoteWithSecrets {
  return new SecretWriter(random).write();
}

class SecretWriter {
  readonly #random: Seeded;
  readonly #forms = new Set<string>();
  #words = 0;
  /** Each shorter than the one before, so that it does not close it. */
  #fences = 0;
  #whyRefused: string | undefined;
  /** Everything from here on is private. */
  #isSecret = false;

  constructor(random: Seeded) {
    this.#random = random;
  }

  write(): NoteWithSecrets {
    const isPrivatePath = this.#random.chance(0.03);
    const path = `1-1s/jane-doe${isPrivatePath ? this.#random.pick(['/private', '/Private/old']) : ''}/2026-11-30.md`;
    const isLog = this.#random.chance(0.25);
    const head = this.#frontMatter(isLog);
    if (isPrivatePath) {
      this.#refuse('folder');
    }
    const opening = this.#random.chance(0.3) ? this.#block() : [];
    const meetings = isLog
      ? ['2026-11-16', '2026-11-23', '2026-11-30'].flatMap((date) => [`## ${date}`, '', ...this.#sections(3)])
      : this.#sections(2);
    const lines = [...head, '# Jane Doe', '', ...opening, ...meetings];
    const lineEnd = this.#random.chance(0.2) ? '\r\n' : this.#random.chance(0.02) ? '\r' : '\n';
    const text = (this.#random.chance(0.1) ? '\uFEFF' : '') + lines.join('\n').replaceAll('\n', lineEnd) + lineEnd;
    const place = isLog ? path.replace('2026-11-30.md', 'Jane Doe.md') : path;
    return { path: place, text, forms: this.#forms, whyRefused: this.#whyRefused };
  }

  #frontMatter(isLog: boolean): string[] {
    const lines = ['type: 1on1', 'person: Jane Doe', ...(isLog ? [] : ['date: 2026-11-30'])];
    if (this.#random.chance(0.03)) {
      this.#refuse('front matter');
      lines.push(this.#random.pick(['private: true', 'Private: yes', 'private: "True"', 'private: mostly']));
    } else if (this.#random.chance(0.02)) {
      this.#refuse('unreadable front matter');
      lines.push(this.#random.pick(['tags: [a', 'x: "y', 'a: b: c']));
    } else if (this.#random.chance(0.01)) {
      this.#refuse('front matter that is none');
      return ['', '---', ...lines, 'private: true', '---', ''];
    }
    return this.#random.chance(0.8) || this.#isSecret ? ['---', ...lines, '---', ''] : [];
  }

  #sections(level: number): string[] {
    return Array.from({ length: this.#random.between(2, 5) }, () => this.#section(level)).flat();
  }

  #section(level: number): string[] {
    const form = this.#random.weighted({ private: 20, nested: 10, across: 5, public: 65 });
    if (form === 'private') {
      return this.#privateSection(level);
    }
    const title = this.#random.pick(TITLES);
    const lines = [this.#heading(title, level), '', ...this.#blocks(this.#random.between(0, 4))];
    if (form === 'nested') {
      lines.push(...this.#privateSection(level + 1), this.#heading('Shared again', level + 1), '', ...this.#block());
    } else if (form === 'across') {
      lines.push(...this.#acrossSections(level));
    }
    return lines;
  }

  #heading(title: string, level: number): string {
    const hashes = '#'.repeat(level);
    // Underlined, a number before the title would make an item of it.
    return level <= 2 && !/^\d/.test(title) && this.#random.chance(0.1)
      ? `${title}\n${level === 1 ? '===' : '---'}`
      : `${hashes} ${title}${this.#random.chance(0.1) ? ` ${hashes}` : ''}`;
  }

  #privateSection(level: number): string[] {
    this.#forms.add('heading');
    const heading = this.#heading(this.#random.pick(PRIVATE_TITLES), level);
    const deeper = this.#random.chance(0.4)
      ? [this.#heading(this.#random.pick(TITLES), level + 1), '', ...this.#secretBlocks()]
      : [];
    const quoted = this.#random.chance(0.2) ? ['> # Quoted', `> ${this.#secret()}`, '', this.#secret(), ''] : [];
    return [heading, '', ...this.#secretBlocks(), ...quoted, ...deeper];
  }

  /** Markers that open in one section and close in another. */
  #acrossSections(level: number): string[] {
    this.#forms.add('markers across sections');
    const inside = [...this.#secretBlocks(), this.#heading(this.#secret(), level), '', ...this.#secretBlocks()];
    return [this.#opener(), '', ...inside, this.#closer(), '', ...this.#block()];
  }

  #blocks(count: number): string[] {
    return Array.from({ length: count }, () => (this.#random.chance(0.3) ? this.#privatePart() : this.#block())).flat();
  }

  #secretBlocks(): string[] {
    const before = this.#isSecret;
    this.#isSecret = true;
    const lines = Array.from({ length: this.#random.between(1, 3) }, () => this.#block()).flat();
    this.#isSecret = before;
    return lines;
  }

  /** Something that somebody wrote: private where everything is. */
  #block(): string[] {
    const w = (): string => this.#word();
    const hidden = this.#secret();
    return this.#random.pick<() => string[]>([
      () => [`${w()} ${w()}, ${w()}.`, w(), ''],
      () => [`- ${w()}`, `  - ${w()}`, `    ${w()}`, `* ${w()}`, ''],
      () => [`- [ ] @jane ${w()} due:2026-12-04`, `  ${w()}`, `  - [x] ${w()}`, `  - ${w()}`, ''],
      () => [`> - [ ] Jane: ${w()} 📅 2026-12-04`, `> ${w()}`, ''],
      () => [`**${this.#random.pick(QUESTIONS)}**`, '', w(), ''],
      () => [`- ${this.#random.pick(QUESTIONS)} ${w()}`, `- ${this.#random.pick(QUESTIONS)}`, `  - ${w()}`, ''],
      () => ['```', w(), '<!-- private -->', '## Private', w(), '```', ''],
      () => ['~~~~ md', '```', w(), '~~~~', ''],
      () => [`| ${w()} | ${w()} |`, '|---|---|', `| ${w()} | ${w()} |`, ''],
      () => ['<div>', `<b>${w()}</b>`, '</div>', ''],
      () => [`**${w()}**`, '', '- ', `- ${w()}`, ''],
      () => [`write \`<!-- private -->\` and \`<!-- /private -->\`, ${w()}`, ''],
      // Nobody sees comments, so nobody is shown them.
      () => [`<!-- ${hidden} -->`, `${w()} <!-- ${hidden} --> ${w()}`, ''],
      () => ['%%', hidden, '%%', `${w()} %%${hidden}%% ${w()}`, ''],
      () => [`- [ ] ${w()} <!-- ${hidden} --> %%${hidden}%%`, ''],
      () => [`1. ${w()}`, `2. [ ] ${w()} (@me)`, '', `   ${w()}`, ''],
      () => [`${w()} \\\` ${w()} <a title="\`">${w()}</a>`, ''],
    ])();
  }

  /** Something private among what is not, in every form; or what only looks so, which must be refused. */
  #privatePart(): string[] {
    const [s, w] = [() => this.#secret(), () => this.#word()];
    const open = this.#opener();
    const close = this.#closer();
    const oneLine = (marker: string): string => marker.replaceAll('\n', ' ');
    const [from, to] = [oneLine(open), oneLine(close)];
    const forms: Readonly<Record<string, () => string[]>> = {
      'markers around blocks': () => [open, '', ...this.#secretBlocks(), close, ''],
      'markers right at the lines': () => [`${from} ${s()}`, s(), `${s()} ${to}`, ''],
      'markers in a line': () => [w(), `${s()} ${from}${s()}${to} ${s()}`, w(), ''],
      'nested markers': () => [open, '', s(), '', this.#opener(), '', s(), '', this.#closer(), '', s(), '', close, ''],
      'an item': () => [`- ${w()}`, `- ${s()} ${from}${s()}${to}`, `  - ${s()}`, `    - [ ] ${s()}`, `- ${w()}`, ''],
      'a follow-up': () => [`- [ ] @me ${s()} ${from}${s()}${to} due:2026-12-04`, `  - [ ] ${s()}`, `- [ ] ${w()}`, ''],
      'its second line': () => [`- [ ] ${s()}`, `  ${s()} ${from}${s()}${to}`, `  - ${s()}`, `- [ ] ${w()}`, ''],
      'a child': () => [`- [ ] ${w()}`, `  - [ ] ${s()} ${from}${to}`, `  - ${w()}`, ''],
      'items between markers': () => [`- ${w()}`, `- ${from}`, `- [ ] ${s()}`, `- ${to}`, `- ${w()}`, ''],
      'a quote': () => [`> ${w()}`, '>', `> ${from}`, '>', `> ${s()}`, `> - [ ] ${s()}`, '>', `> ${to}`, '', w(), ''],
      'a heading in a quote': () => ['> ## Private', `> ${s()}`, `> - [ ] ${s()}`, s(), '', w(), ''],
      'a heading in an item': () => [`- # ${this.#random.pick(PRIVATE_TITLES)}`, `  ${s()}`, `- ${w()}`, ''],
      'an answer': () => [`**${this.#random.pick(QUESTIONS)}**`, '', open, '', s(), '', close, ''],
      'an answer on the spot': () => [`**${this.#random.pick(QUESTIONS)}** ${from}${s()}${to}`, ''],
      'a closing in code': () => [open, '', '```', '<!-- /private -->', s(), '```', '', s(), '', close, ''],
      'a closing in inline code': () => [`${s()} ${from} \`<!-- /private -->\` ${s()}`, '', s(), '', close, ''],
      'a closing in indented code': () => [open, '', s(), '', '    <!-- /private -->', '', s(), '', close, ''],
      'markers in HTML': () => ['<div>', from, s(), to, '</div>', ''],
      'markers and a table': () => [`| a | b |`, '|---|---|', `| ${from}${s()} | ${to} |`, `| ${w()} | c |`, ''],
      'a label of an item': () => [`- Private: ${s()}`, `  - ${s()}`, `- ${w()}`, ''],
      'a lock': () => [`- 🔒 ${s()}`, `- ${w()}`, ''],
      'a tag': () => [`- [ ] ${s()} #private`, `  - ${s()}`, `- [ ] ${w()}`, ''],
      'a remark': () => [`- ${s()} (confidential)`, `- ${w()}`, ''],
      'a call-out': () => ['> [!note]- Private', `> ${s()}`, '', w(), ''],
      'hidden comments': () => ['%% private %%', '', ...this.#secretBlocks(), '%% /private %%', ''],
      'a container': () => ['::: private', '', ...this.#secretBlocks(), ':::', '', w(), ''],
      'an element': () => ['<details>', '<summary>Private</summary>', '', s(), '', '</details>', '', w(), ''],
      'a title': () => [`### ${s()} ${from}${s()}${to}`, '', w(), ''],
    };
    // Two might make a pair.
    if (this.#whyRefused === undefined && this.#random.chance(0.06)) {
      return this.#lookalike();
    }
    const form = this.#random.pick(Object.keys(forms));
    this.#forms.add(form);
    return forms[form]!();
  }

  #lookalike(): string[] {
    const s = (): string => this.#secret();
    const forms: Readonly<Record<string, () => string[]>> = {
      'an opening alone': () => [this.#opener(), '', s(), ''],
      'a closing alone': () => [s(), '', this.#closer(), ''],
      'a heading without a space': () => ['##Private', '', s(), ''],
      'a heading that is code': () => [s(), '', '    ## Private', '', s(), ''],
      'a marker with more words': () => ['<!-- private until she knows -->', '', s(), ''],
      'an end in words': () => ['<!-- end private -->', '', s(), ''],
      'a marker for another reader': () => [`%% private %%`, '', s(), ''],
      'a container without an end': () => ['::: private', '', s(), ''],
      'a heading in HTML': () => ['<div>', '## Private', s(), '</div>', ''],
      'code without an end': () => ['`'.repeat(40 - this.#fences++), s(), '## Private', s(), ''],
    };
    const form = this.#random.pick(Object.keys(forms));
    this.#refuse(form);
    return forms[form]!();
  }

  #refuse(form: string): void {
    this.#forms.add(form);
    this.#whyRefused ??= form;
    this.#isSecret = true;
  }

  #word(): string {
    return this.#isSecret ? this.#secret() : `pw${this.#words++}`;
  }

  #secret(): string {
    return `qz${this.#words++}`;
  }

  #opener(): string {
    return this.#random.pick(OPENERS);
  }

  #closer(): string {
    return this.#random.pick(CLOSERS);
  }
}

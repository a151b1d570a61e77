import assert from 'node:assert/strict';
import { indexOf } from '../support/notes';

/** A layout of a 1:1 with its person, and its dates: by default, the day below. */
type Layout = readonly [path: string, lines: readonly string[], person: string, dates?: readonly string[]];
type Document = readonly [path: string, lines: readonly string[]];

const DAY = '2026-10-14';
const header = (...lines: string[]): string[] => ['---', ...lines, '---'];
const TASK = '- [ ] order the badge';
const PROSE = ['', 'We went through the open points and agreed on the order of work.', ''];

const MEETINGS: readonly Layout[] = [
  // A file per meeting in a folder per person.
  ['1-1s/amina-yusuf/2026-10-14.md', [], 'Amina Yusuf'],
  ['1-1s/Amina Yusuf/2026-10-14.md', PROSE, 'Amina Yusuf'],
  ['1-1s/lena-field/2026-10-14.md', ['# Lena', '', TASK], 'Lena Field'],
  ['1-1s/brenda-brief/2026-10-14.md', [], 'Brenda Brief'],
  ['1on1s/Amina Yusuf/2026/10-October/2026-10-14.md', PROSE, 'Amina Yusuf'],
  ['1on1/@Amina Yusuf/20261014.md', [TASK], 'Amina Yusuf'],
  ['One-on-Ones/Direct Reports/Amina Yusuf/2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['Work/1-1s/Platform Team/Amina Yusuf/2026-10-14 Roadmap.md', [TASK], 'Amina Yusuf'],
  ['1-1s/Amina Yusuf/archive/2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['1-1s/Amina Yusuf/Old stuff/Q4/2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['1-1s/Amina Yusuf/2026-10-14 Pay review.md', ['# Pay review'], 'Amina Yusuf'],
  ['1-1s/Amina Yusuf/2026-10-14 Conference In Lisbon.md', [TASK], 'Amina Yusuf'],
  ['1-1s/amina/Probation check 2026-10-14.md', [TASK], 'Amina'],
  ['People/Amina Yusuf/2026-10-14 1-1.md', [TASK], 'Amina Yusuf'],
  ['Team/Amina Yusuf/1on1 2026-10-14.md', PROSE, 'Amina Yusuf'],
  ['02 Areas/People/Amina Yusuf/1-1s/2026-10-14.md', PROSE, 'Amina Yusuf'],
  ['Amina Yusuf/1-1/2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['1-1 with Amina/2026-10-14.md', [TASK], 'Amina'],
  ['Amina Yusuf 1-1s/2026-10-14.md', [TASK], 'Amina Yusuf'],
  // The name in the file name.
  ['Meetings/2026-10-14 1-1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1-1 Amina Yusuf.md', PROSE, 'Amina Yusuf'],
  ['Meetings/2026-10-14 Amina Yusuf 1-1.md', [TASK], 'Amina Yusuf'],
  ['Meetings/Amina Yusuf 1-1 2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['Meetings/1-1 Amina Yusuf (2026-10-14).md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14-1on1-amina-yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14_1on1_amina_yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/amina.yusuf-1on1-2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026.10.14 1o1 AminaYusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 121 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1-2-1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1to1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 one-to-one Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1꞉1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1–1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1∶1 – Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 Weekly 1-1 w Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 Prep for 1-1 with Amina.md', [TASK], 'Amina'],
  ['Meetings/2026-10-14 14.30 1-1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/202610141430 1-1 Amina Yusuf.md', [TASK], 'Amina Yusuf'],
  ['Meetings/14 October 2026 – Amina Yusuf 1on1.md', [TASK], 'Amina Yusuf'],
  ['Meetings/1-1 Amina Yusuf 2026-10-14 (1).md', [TASK], 'Amina Yusuf'],
  ['Meetings/Copy of 1-1 Amina Yusuf 2026-10-14.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 1-1 Amina Yusuf - Sam Reader.md', [TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14 Sam + Amina 1-1.md', [TASK], 'Amina'],
  ['Meetings/2026-10-14 Sam x Amina 1on1.md', [TASK], 'Amina'],
  ['1-1s/Yusuf, Amina/2026-10-14.md', ['x'], 'Amina Yusuf'],
  ['1-1s/Amina A/2026-10-14.md', ['x'], 'Amina A'],
  ['1-1s/amina-w/2026-10-14.md', ['x'], 'Amina W'],
  ['One on Ones/Amina E/2026-10-14.md', ['x'], 'Amina E'],
  ['Meetings/2026-10-14 1-1 Amina Y.md', [TASK], 'Amina Y'],
  // The name in the title.
  ['Meetings/2026-10-14.md', ['# 1:1 Amina A', TASK], 'Amina A'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina w/ Sam', TASK], 'Amina'],
  ['Meetings/2026-10-14.md', ['# 1:1 w Amina', TASK], 'Amina'],
  ['Meetings/2026-10-14.md', ['# 1:1 with Amina Yusuf', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina Yusuf <> Sam Reader'], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Sam/Amina'], 'Amina'],
  ['Meetings/2026-10-14.md', ['# Amina × Sam — one-on-one'], 'Amina'],
  ['Meetings/2026-10-14.md', ['# Amina Yusuf & Sam Reader 1:1', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# Amina Yusuf ⇄ Sam Reader | 1:1', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# Amina Yusuf :: Sam Reader 1:1', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# Amina 1:1 Sam', TASK], 'Amina'],
  ['Meetings/2026-10-14.md', ['# ☕ 1:1 – **Amina Yusuf** (she/her) #weekly', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 [[Amina Yusuf]]', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 w/ [Amina Yusuf](../people/amina.md)', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# :wave: 1:1 `Amina Yusuf`', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina Yusuf <amina@example.org>', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina Yusuf, 14/10/2026, 10:00–10:30', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# Bi-weekly 1:1: Amina Yusuf (Wed, Oct 14)', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina Yusuf, le 14 octobre', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Sam → Amina Yusuf', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Sam y Amina Yusuf', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Sam e Amina', TASK], 'Amina'],
  ['Meetings/2026-10-14.md', ['# 1:1 Reader, Sam / Yusuf, Amina', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 @sam @amina', TASK], 'Amina'],
  ['Meetings/2026-10-14.md', ['# 1:1 [Amina Yusuf][amina]', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina&nbsp;Yusuf', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 \\*Amina Yusuf\\*', TASK], 'Amina Yusuf'],
  ['Meetings/2026-10-14.md', ['# 1:1 Amina Yusuf, PhD', TASK], 'Amina Yusuf'],
  ['Inbox/call 3.md', ['# 1:1 Amina Yusuf 2026-10-14', TASK], 'Amina Yusuf'],
  ['Inbox/Untitled.md', ['# 1:1 — Amina Yusuf · Oct 14, 2026', ...PROSE], 'Amina Yusuf'],
  [
    'Inbox/2026-10-14 we discussed the plan for the next quarter at length.md',
    ['# 1:1 Amina Yusuf', '', '## Notes'],
    'Amina Yusuf',
  ],
  ['Meetings/meeting.md', header('title: "1:1 Amina Yusuf"', 'date: 2026-10-14').concat(TASK), 'Amina Yusuf'],
  // Front matter, and property lines.
  ['Notes/a.md', header('type: 1on1', 'person: Amina Yusuf', 'date: 2026-10-14'), 'Amina Yusuf'],
  ['Notes/a.md', header('type: 1-on-1 meeting', 'person: "[[Amina Yusuf]]"', 'date: 2026-10-14'), 'Amina Yusuf'],
  ['Notes/a.md', header('type: "[[Templates/1on1|1:1]]"', 'with: Amina Yusuf', 'date: 2026-10-14'), 'Amina Yusuf'],
  ['Notes/a.md', header('tags: [work, meetings/1-1]', 'with: Amina Yusuf', 'date: 2026-10-14'), 'Amina Yusuf'],
  ['Notes/a.md', header('tags: "#OneOnOne"', 'attendees: Amina Yusuf, Sam Reader', 'date: 2026-10-14'), 'Amina Yusuf'],
  [
    'Notes/a.md',
    header('type: meeting', 'subtype: One_on_One', 'member: "Yusuf, Amina"', 'created: 2026-10-14'),
    'Amina Yusuf',
  ],
  [
    'Notes/a.md',
    header('type: 1on1', 'attendees:', '  - "Yusuf, Amina"', '  - "Reader, Sam"', 'date: 2026-10-14'),
    'Amina Yusuf',
  ],
  [
    'Notes/a.md',
    header('type: 1on1', 'attendees:', '  - name: Amina Yusuf', '  - name: Sam Reader', 'date: 2026-10-14'),
    'Amina Yusuf',
  ],
  [
    'Notes/a.md',
    header('type: 1on1', 'attendees: ["amina.yusuf@example.org", "sam.reader@example.org"]', 'date: 2026-10-14'),
    'Amina Yusuf',
  ],
  ['Notes/a.md', header('type: 1on1', 'person: Amina Yusuf (they/them)', 'date: 2026-10-14'), 'Amina Yusuf'],
  ['Notes/2026-10-14 1-1.md', header('participants: [Amina Yusuf, Sam]'), 'Amina Yusuf'],
  [
    'Exports/Sync 0f3a5b7c9d1e2f3a4b5c6d7e8f9a0b1c.md',
    ['# Sync', '', 'Type: 1:1', 'Date: October 14, 2026', 'Attendees: Amina Yusuf, Sam Reader'],
    'Amina Yusuf',
  ],
  [
    'Exports/1-1 Amina Yusuf 0f3a5b7c9d1e2f3a4b5c6d7e8f9a0b1c.md',
    ['# 1:1 Amina Yusuf', '', 'Date: October 14, 2026', '', TASK],
    'Amina Yusuf',
  ],
  ['one-on-ones/week-42.md', ['# 1:1: Amina Yusuf ↔ Sam Reader', '', '**Date**: 2026-10-14'], 'Amina Yusuf'],
  // A log per person.
  ['1on1s/AminaYusuf.md', ['# Amina', '## 2026-10-14', TASK, '## 2026-10-07'], 'Amina Yusuf', [DAY, '2026-10-07']],
  [
    'People/Amina Yusuf 1-1.md',
    ['## 14 October 2026', 'Talked.', '## 7 October 2026'],
    'Amina Yusuf',
    [DAY, '2026-10-07'],
  ],
  ['Notes/amina.md', ['# Amina Yusuf 1:1s', '', '## 2026-10-14', '- Pay'], 'Amina Yusuf'],
  ['1-1s/Amina Yusuf.md', ['## 2026-10-14', '- x'], 'Amina Yusuf'],
  // Other tools.
  ['meet.1on1.amina-yusuf.2026.10.14.md', [TASK], 'Amina Yusuf'],
  ['pages/1-1___Amina Yusuf.md', ['## 2026-10-14', TASK], 'Amina Yusuf'],
  ['pages/1on1%2FAmina Yusuf.md', ['## 2026-10-14', TASK], 'Amina Yusuf'],
  ['zettel/202610141200 1-1 Amina Yusuf.md', ['# 1-1 Amina Yusuf', TASK], 'Amina Yusuf'],
  ['Bear/1-1 Amina Yusuf 2026-10-14.md', ['# 1:1 Amina Yusuf 2026-10-14', '#work/1on1', TASK], 'Amina Yusuf'],
  // Names of many languages.
  ['Meetings/2026-10-14 1-1 Þórunn Jónsdóttir.md', [TASK], 'Þórunn Jónsdóttir'],
  ['Meetings/2026-10-14 1-1 Nguyễn Thị Mai.md', [TASK], 'Nguyễn Thị Mai'],
  ['Meetings/2026-10-14 1-1 Анна Каренина.md', [TASK], 'Анна Каренина'],
  ['Meetings/2026-10-14 1-1 田中太郎.md', [TASK], '田中太郎'],
  ['Meetings/2026-10-14 1-1 김민준.md', [TASK], '김민준'],
  ['Meetings/2026-10-14 1-1 محمد علي.md', [TASK], 'محمد علي'],
  ['Meetings/2026-10-14 1-1 प्रिया शर्मा.md', [TASK], 'प्रिया शर्मा'],
  ['Meetings/2026-10-14 1-1 Seán O’Casey.md', [TASK], 'Seán O’Casey'],
  ['Meetings/2026-10-14 1-1 Ludwig van der Rohe.md', [TASK], 'Ludwig van der Rohe'],
  ['Meetings/2026-10-14 1-1 Ana de la Vega.md', [TASK], 'Ana de la Vega'],
  ['Meetings/2026-10-14 1-1 Martin L. King.md', [TASK], 'Martin L. King'],
  ['Meetings/2026-10-14 1-1 d’Artagnan.md', [TASK], 'd’Artagnan'],
  ['Meetings/2026-10-14 1-1 Le Thi Hoa.md', [TASK], 'Le Thi Hoa'],
  ['Meetings/2026-10-14 1-1 Björk.md', [TASK], 'Björk'],
  ['Meetings/2026-10-14 1-1 Anna-Lena Voss.md', [TASK], 'Anna-Lena Voss'],
  ['Meetings/2026-10-14-1on1-anna-lena-voss.md', [TASK], 'Anna Lena Voss'],
  ['Meetings/2026-10-14 1-1 B. R. Ambedkar.md', [TASK], 'B. R. Ambedkar'],
  ['Meetings/2026-10-14 1-1 Neve McBride.md', [TASK], 'Neve McBride'],
  ['Meetings/2026-10-14 1-1 Ella Brandt.md', [TASK], 'Ella Brandt'],
  ['Meetings/2026-10-14 1-1 Can Demir.md', [TASK], 'Can Demir'],
  ['Meetings/2026-10-14 1-1 Thu Trang.md', [TASK], 'Thu Trang'],
  ['Meetings/2026-10-14 1-1 Rosa Döring.md', [TASK], 'Rosa Döring'],
  ['Meetings/2026-10-14 1-1 Clément Roux.md', [TASK], 'Clément Roux'],
  ['Meetings/2026-10-14 1-1 Sara Lo Presti.md', [TASK], 'Sara Lo Presti'],
  ['Meetings/2026-10-14 1-1 Huda az-Zahra.md', [TASK], 'Huda az-Zahra'],
  ['Meetings/2026-10-14 1-1 林 明.md', [TASK], '林 明'],
  ['Meetings/2026-10-14 1-1 კოტე მაისურაძე.md', [TASK], 'კოტე მაისურაძე'],
  ['Meetings/2026-10-14 1-1 กิตติศักดิ์ พงษ์ศักดิ์.md', [TASK], 'กิตติศักดิ์ พงษ์ศักดิ์'],
  ['Meetings/2026-10-14 1-1 علی‌رضا کریمی.md', [TASK], 'علی‌رضا کریمی'],
  ['Meetings/2026-10-14 1-1 Otabek To‘rayev.md', [TASK], 'Otabek To‘rayev'],
  ['Meetings/2026-10-14 1-1 José Vega y Prieto.md', [TASK], 'José Vega y Prieto'],
  ['Meetings/2026-10-14 1-1 JD.md', [TASK], 'JD'],
];

const ARTICLE = ['', 'Talk less, listen more. Nobody remembers the slides.', '', 'Ask about the last week.', ''];

const NO_MEETINGS: readonly Document[] = [
  // Posts and articles about 1:1s.
  [
    '_posts/2024-03-05-why-one-on-ones-matter.md',
    header('title: Why one-on-ones matter', 'layout: post').concat(ARTICLE),
  ],
  ['_posts/2024-03-05-effective-1-1s.md', ARTICLE],
  ['_posts/2024-03-05-anna-on-one-on-ones.md', header('layout: post').concat(ARTICLE)],
  ['content/posts/2024-03-05-running-1on1s.md', header('title: "Running 1on1s"', 'draft: false').concat(ARTICLE)],
  ['content/blog/remote-one-on-ones/index.md', header('title: Remote one-on-ones', 'date: 2024-03-05').concat(ARTICLE)],
  ['blog/2024-03-05-one-on-one-questions.md', ARTICLE],
  ['articles/2024-03-05 The Perfect 1-1.md', ARTICLE],
  ['notes/2024-03-05 How to run 1-1s.md', ARTICLE],
  ['notes/2024-03-05 How to prepare for a 1-1 with your manager.md', [TASK]],
  ['notes/2024-03-05 Better 1-1s.md', ARTICLE],
  ['notes/one-on-ones.md', header('date: 2024-03-05').concat('# Great one-on-ones', ARTICLE)],
  ['notes/1-1s.md', header('created: 2024-03-05').concat('# 1:1s', ARTICLE)],
  ['notes/skip-level-1on1s.md', header('date: 2024-03-05').concat('# Skip-level 1on1s', ARTICLE)],
  ['notes/2024-03-05-mastering-the-1on1.md', ARTICLE],
  ['notes/2024-03-05-camille-fournier-one-on-ones.md', ARTICLE],
  ['notes/2024-03-05 Twelve mistakes in 1-1 meetings.md', ARTICLE],
  ['Readwise/Articles/1-1s by Lara Hogan.md', header('date: 2024-03-05').concat('# 1:1s by Lara Hogan', ARTICLE)],
  [
    'Clippings/Ben Horowitz on One on One.md',
    header('source: https://example.org', 'created: 2024-03-05').concat(ARTICLE),
  ],
  ['Books/2024-03-05 The One on One Manager.md', ARTICLE],
  // Handbooks, guides and questions.
  ['handbook/leadership/1-1/index.md', header('title: "1-1"').concat('# 1-1', '## Agenda', ARTICLE)],
  ['handbook/people-group/1-1/suggested-agenda.md', header('date: 2024-03-05').concat('## Agenda', TASK)],
  ['docs/one-on-one-guide.md', ['# One-on-One Guide', '', '## Agenda', 'x']],
  ['docs/1on1/README.md', ['# 1on1', '', 'Last updated: 2024-03-05', '', '## Agenda']],
  ['docs/1on1/overview.md', header('date: 2024-03-05').concat('# Overview', '## Status')],
  ['guides/1-1 Checklist.md', header('date: 2024-03-05').concat(TASK)],
  ['1-1s/question bank.md', header('created: 2024-03-05').concat('# Questions', '- How are you?')],
  ['1-1s/Questions for new hires.md', header('date: 2024-03-05').concat('- What surprised you?')],
  ['1-1s/ideas.md', ['# Ideas', '## 2024-03-05', TASK]],
  ['1-1s/README.md', ['# 1-1s', '## 2024-03-05', TASK]],
  ['1-1s/index.md', header('date: 2024-03-05').concat(TASK)],
  ['1-1s/2024/overview 2024-03-05.md', [TASK]],
  ['1-1s/Dashboard.md', header('date: 2024-03-05').concat(TASK)],
  ['1-1s/All people.md', header('date: 2024-03-05').concat(TASK)],
  ['1-1s/feedback framework 2024-03-05.md', [TASK]],
  ['1on1/Career ladder.md', header('date: 2024-03-05').concat(TASK)],
  ['1on1/career-growth/2024-03-05.md', [TASK]],
  ['One on One/Best practices.md', header('date: 2024-03-05').concat('## Agenda')],
  ['Leitfaden/1-1 Fragen.md', header('date: 2024-03-05').concat(TASK)],
  ['notes/1-1 Vorlage 2024-03-05.md', [TASK]],
  ['notes/Modèle 1-1 2024-03-05.md', [TASK]],
  ['notes/Plantilla 1-1 2024-03-05.md', [TASK]],
  ['notes/2024-03-05 1-1 テンプレート.md', [TASK]],
  // Templates.
  ['Templates/1-1.md', header('type: 1on1', 'person: "{{name}}"', 'date: "{{date}}"').concat('## Agenda')],
  ['Templates/1-1 Template.md', header('date: 2024-03-05').concat('## Agenda', TASK)],
  ['templates/one-on-one/2024-03-05.md', ['# 1:1 with <% tp.user.name %>', TASK]],
  ['_templates/1on1 meeting.md', ['# 1:1 NAME – DATE', '## Agenda', TASK]],
  ['Meetings/1-1 template 2024-03-05.md', ['## Agenda', TASK]],
  // Results of matches.
  ['matches/2024-03-05 Leeds 1-1 Hull.md', ['# Leeds 1-1 Hull', ...ARTICLE]],
  ['matches/2024-03-05 Leeds vs Hull 1-1.md', ARTICLE],
  ['Sport/2024-03-05.md', ['# Bremen 1:1 Mainz', '', 'Two late goals.']],
  ['Sport/2024-03-05.md', ['# Bremen – Mainz 1:1', '', 'Two late goals.']],
  ['fixtures/2024-03-05-leeds-1-1-hull.md', ['# Match report', ...ARTICLE]],
  ['chess/2024-03-05 Carlsen - Caruana 1-1.md', ['Two draws.']],
  // Ratios and relations.
  ['photo/2024-03-05 Aspect ratio 1-1.md', ARTICLE],
  ['photo/2024-03-05.md', ['# Macro at 1:1', ...ARTICLE]],
  ['db/one-to-one.md', header('date: 2024-03-05').concat('# One-to-one relationships', '', 'A row for each row.')],
  ['db/2024-03-05 one-to-one mapping.md', ARTICLE],
  ['net/2024-03-05 NAT 1-1.md', ARTICLE],
  ['recipes/2024-03-05 Rice and water 1-1.md', ['- 200 g rice']],
  ['recipes/Vinaigrette.md', ['# Vinaigrette 1:1', '', '- oil']],
  ['finance/2024-03-05 Stock split 1-1.md', ARTICLE],
  ['maps/2024-03-05.md', ['# Scale 1:1', ...ARTICLE]],
  // Releases, versions, chapters, verses.
  ['CHANGELOG.md', ['# Changelog', '## 1.1 (2024-03-05)', '- fix', '## 1-1 (2024-02-05)']],
  ['releases/2024-03-05 Release 1-1.md', ['## Status', TASK]],
  ['docs/release-notes-1-1.md', ['## 2024-03-05', '- fixed']],
  ['specs/2024-1-1 plan 2024-03-05.md', [TASK]],
  ['course/Lesson 1-1/2024-03-05.md', [TASK]],
  ['course/2024-03-05 Chapter 1-1.md', [TASK]],
  ['bible/2024-03-05.md', ['# Genesis 1:1', '', 'In the beginning.']],
  ['bible/2024-03-05 Psalm 1-1.md', ['Blessed.']],
  ['math/2024-03-05 Exercise 1-1.md', [TASK]],
  ['levels/World 1-1.md', ['## 2024-03-05', 'Done.']],
  ['rooms/2024-03-05 Room 121.md', [TASK]],
  ['issues/2024-03-05 Issue #121.md', [TASK]],
  ['time/2024-03-05.md', ['# Up at 1:11', TASK]],
  // Other meetings, journals and plain notes.
  ['Meetings/2024-03-05 Standup.md', [TASK]],
  ['Meetings/2024-03-05 Retro Team Blue.md', ['## Action items', TASK]],
  ['Meetings/2024-03-05 Amina Yusuf.md', [TASK]],
  ['journals/2024_03_05.md', ['- 1:1 with [[Amina Yusuf]]', TASK]],
  ['Daily/2024-03-05.md', ['# 2024-03-05', '## 1:1 with Amina', TASK]],
  ['Daily/2024-03-05.md', ['# Tuesday', '', 'Had a 1:1 today.']],
  ['Meetings/2024-03-05 1-1s this week.md', [TASK]],
  ['Meetings/2024-03-05 Cancelled 1-1s.md', ARTICLE],
  ['Meetings/1-1 Amina Yusuf.md', ['Talked about the office.']],
  ['Meetings/Amina Yusuf 1-1 ideas.md', [TASK]],
];

describe('Layouts of notes', () => {
  const acquaintance = { me: ['Sam Reader'], roster: [] };

  for (const [path, lines, person, dates = [DAY]] of MEETINGS) {
    it(`${path} ${lines.find((line) => line.startsWith('# ')) ?? ''} is a 1:1 with ${person}`, () => {
      const index = indexOf({ [path]: lines }, acquaintance);
      const [note] = index.notes();
      assert.ok(note);
      assert.deepEqual([index.personOf(note)?.name, note.meetings.map(({ date }) => date)], [person, dates]);
      assert.deepEqual(
        index.people.all.map(({ name }) => name),
        [person],
      );
      assert.deepEqual(index.notUnderstood(), []);
    });
  }

  for (const [path, lines] of NO_MEETINGS) {
    it(`${path} ${lines.find((line) => line.startsWith('# ')) ?? ''} is with nobody`, () => {
      const index = indexOf({ [path]: lines }, acquaintance);
      assert.deepEqual(index.people.all, []);
      assert.deepEqual(index.notUnderstood(), []);
    });
  }

  it('take the result of a match for no meeting', () => {
    const index = indexOf({ 'matches/2024-03-05 Leeds 1-1 Hull.md': ['# Leeds 1-1 Hull', ...ARTICLE] }, acquaintance);
    assert.deepEqual(
      [...index.notes()].map(({ kind }) => kind),
      ['other'],
    );
  });
});

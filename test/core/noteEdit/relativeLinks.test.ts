import assert from 'node:assert/strict';
import { headingAnchor, pointsTo } from '../../../src/core/note/links';
import { linkTo, relativeLink } from '../../../src/core/noteEdit/relativeLinks';

const root = 'file:///home/me/notes';
const jane = `${root}/1-1s/jane-doe/2026-11-30.md`;

/** The URI of a path as VS Code writes it. */
const uri = (path: string, scheme = 'file', authority = ''): string =>
  `${scheme}://${authority}${path.split('/').map(encoded).join('/')}`;
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

describe('A link from one note to another', () => {
  it('is relative, through as many folders as it takes', () => {
    assert.equal(relativeLink(jane, `${root}/1-1s/jane-doe/2026-11-23.md`), '2026-11-23.md');
    assert.equal(relativeLink(jane, `${root}/1-1s/bo/2026-11-23.md`), '../bo/2026-11-23.md');
    assert.equal(relativeLink(jane, `${root}/Jane.md`), '../../Jane.md');
    assert.equal(relativeLink(`${root}/Jane.md`, jane), '1-1s/jane-doe/2026-11-30.md');
    assert.equal(relativeLink(jane, jane), '2026-11-30.md');
  });

  it('keeps letters of any script, and encodes what would end or change the link', () => {
    const from = uri('/notes/a.md');
    assert.equal(relativeLink(from, uri('/notes/Łukasz 田中/b (1).md')), 'Łukasz%20田中/b%20%281%29.md');
    assert.equal(relativeLink(from, uri('/notes/50% #1?.md')), '50%25%20%231%3F.md');
    assert.equal(relativeLink(from, uri('/notes/a<b>[c]|`d`.md')), 'a%3Cb%3E%5Bc%5D%7C%60d%60.md');
    assert.equal(relativeLink(from, uri('/notes/1:1.md')), '1%3A1.md');
  });

  it('does not exist between schemes, authorities, queries or drives', () => {
    assert.equal(relativeLink('file:///a/b.md', 'vscode-vfs://github/a/b.md'), undefined);
    assert.equal(relativeLink('vscode-remote://ssh+a/x.md', 'vscode-remote://ssh+b/x.md'), undefined);
    assert.equal(relativeLink('memfs:/a/x.md?v=1', 'memfs:/a/y.md?v=2'), undefined);
    assert.equal(relativeLink('file:///c%3A/notes/x.md', 'file:///d%3A/notes/y.md'), undefined);
    assert.equal(relativeLink('file:///c%3A/notes/x.md', 'file:///C:/notes/y.md'), 'y.md');
    assert.equal(relativeLink('memfs:/a/x.md', 'memfs:/b/y.md'), '../b/y.md');
  });

  it('is absolute where no relative one exists, so that nothing carried loses its origin', () => {
    const to = 'vscode-vfs://github/me/notes/x.md';
    assert.equal(linkTo({ from: jane, to, label: '2026-11-30', style: 'markdown' }), `[2026-11-30](${to})`);
    assert.ok(pointsTo({ from: jane, link: to }, to));
  });

  it('ends in the anchor of a heading, which is all of it within one note', () => {
    const log = `${root}/Jane.md`;
    const heading = { title: '2026-11-30', anchor: '2026-11-30' };
    const request = { to: log, heading, label: '2026-11-30', style: 'markdown' } as const;
    assert.equal(linkTo({ ...request, from: jane }), '[2026-11-30](../../Jane.md#2026-11-30)');
    assert.equal(linkTo({ ...request, from: log }), '[2026-11-30](#2026-11-30)');
    assert.equal(linkTo({ ...request, from: log, style: 'wiki' }), '[[#2026-11-30|2026-11-30]]');
  });

  it('as a wiki-link has the words of the heading, without characters that have a meaning in a link', () => {
    for (const [title, words] of [
      ['30 November 2026 (14:00)', '30 November 2026 (14 00)'],
      ['[[2026-11-30|Mon 30 Nov]] #weekly', '2026-11-30 Mon 30 Nov weekly'],
      ['Week 48: **Mon** 2026-11-30', 'Week 48 **Mon** 2026-11-30'],
    ] as const) {
      const request = { from: jane, to: `${root}/Jane.md`, root, label: '2026-11-30' };
      const heading = { title, anchor: headingAnchor(title) };
      assert.equal(linkTo({ ...request, heading, style: 'wiki' }), `[[Jane#${words}|2026-11-30]]`);
    }
  });

  it('as a wiki-link holds the path from the root, without ending and encoding', () => {
    const request = { from: jane, label: '2026-11-23', style: 'wiki' } as const;
    const to = uri('/home/me/notes/1-1s/Jané Doe/2026-11-23.md');
    assert.equal(linkTo({ ...request, to, root }), '[[1-1s/Jané Doe/2026-11-23|2026-11-23]]');
    assert.equal(linkTo({ ...request, to, root: `${root}/` }), '[[1-1s/Jané Doe/2026-11-23|2026-11-23]]');
  });

  it('is a Markdown link where a wiki-link could not say where: no root, outside the root, brackets in the name', () => {
    const request = { from: jane, label: 'x', style: 'wiki' } as const;
    assert.equal(linkTo({ ...request, to: `${root}/Jane.md` }), '[x](../../Jane.md)');
    assert.equal(linkTo({ ...request, to: uri('/home/me/other/x.md'), root }), '[x](../../../other/x.md)');
    assert.equal(linkTo({ ...request, to: uri('/home/me/notes/a [1].md'), root }), '[x](../../a%20%5B1%5D.md)');
  });
});

describe('A link that we wrote', () => {
  const names = ['a.md', 'Jané Doe.md', '50% #1?.md', 'b (1) [2].md', "o'Brien!*.md", '1:1.md', '田中 🙂.md', '..x.md'];

  it('is read as pointing at the note that it was made for, whatever the names', () => {
    for (const [scheme, authority] of [
      ['file', ''],
      ['vscode-vfs', 'github'],
    ] as const) {
      for (const name of names) {
        const from = uri('/notes/x/2026 (1).md', scheme, authority);
        const to = uri(`/notes/y #/${name}`, scheme, authority);
        assert.ok(pointsTo({ from, link: relativeLink(from, to)! }, to), name);
        assert.ok(!pointsTo({ from, link: relativeLink(from, to)! }, uri(`/notes/z/${name}`, scheme, authority)), name);
      }
    }
  });

  it('as a wiki-link is read as pointing there, too', () => {
    for (const name of names) {
      const to = uri(`/home/me/notes/1-1s/${name}`);
      const link = /^\[\[(.*)\|x\]\]$/.exec(linkTo({ from: jane, to, root, label: 'x', style: 'wiki' }))?.[1];
      assert.ok(link === undefined || pointsTo({ from: jane, link }, to), name);
    }
  });
});

describe('The anchor of a heading', () => {
  const anchors: readonly [string, string][] = [
    ['[2026-11-30]', '2026-11-30'],
    ['30 November 2026 (14:00)', '30-november-2026-1400'],
    ['Was für ein Tag!', 'was-für-ein-tag'],
    ['[[2026-11-30]]', '2026-11-30'],
  ];
  for (const [heading, anchor] of anchors) {
    it(`of "${heading}" is #${anchor}`, () => assert.equal(headingAnchor(heading), anchor));
  }
});

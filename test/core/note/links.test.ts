import assert from 'node:assert/strict';
import { linkBaseName, linkKey, noteKeys, pointsTo, resolveLink } from '../../../src/core/note/links';

const from = 'file:///notes/1-1s/jane-doe/2026-11-30.md';

describe('A link in a note', () => {
  it('leads where its path leads', () => {
    assert.equal(resolveLink({ from, link: '2026-11-23.md' }), 'file:///notes/1-1s/jane-doe/2026-11-23.md');
    assert.equal(resolveLink({ from, link: '../../People/Jane%20Doe.md#top' }), 'file:///notes/People/Jane%20Doe.md');
    assert.equal(resolveLink({ from, link: '#top' }), from);
    assert.equal(resolveLink({ from, link: '../../../../x.md' }), undefined);
    assert.equal(resolveLink({ from, link: 'https://x.y/2026-11-23.md' }), undefined);
  });

  it('leads where its path leads on a file system without a host, too', () => {
    const here = 'memfs:/1-1s/jane/2026-11-30.md';
    assert.equal(resolveLink({ from: here, link: '../bob/2026-11-23.md' }), 'memfs:/1-1s/bob/2026-11-23.md');
    assert.equal(resolveLink({ from: here, link: '../../../x.md' }), undefined);
    assert.ok(pointsTo({ from: here, link: '2026-11-23.md' }, 'memfs:/1-1s/jane/2026-11-23.md'));
  });

  it('is recognized however its target’s URI is escaped', () => {
    assert.ok(pointsTo({ from, link: '../J%C3%BCrgen%20(x)/a.md' }, 'file:///notes/1-1s/J%C3%BCrgen%20%28x%29/a.md'));
    assert.ok(!pointsTo({ from, link: '../bob/2026-11-23.md' }, 'file:///notes/1-1s/jane-doe/2026-11-23.md'));
  });

  it('is recognized however an accent is written in it or in the name of the file', () => {
    const [composed, decomposed] = ['Zoë Müller'.normalize('NFC'), 'Zoë Müller'.normalize('NFD')];
    for (const [inLink, inFile] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const) {
      const uri = `file:///notes/${encodeURIComponent(inFile)}/2026-11-23%20${encodeURIComponent(inFile)}.md`;
      for (const link of [
        `../../${encodeURIComponent(inLink)}/2026-11-23%20${inLink}.md#top`,
        `2026-11-23 ${inLink}`,
        `${inLink}/2026-11-23 ${inLink}`,
      ]) {
        assert.ok(pointsTo({ from, link }, uri), link);
        assert.ok(noteKeys(uri).includes(linkKey({ from, link })), link);
      }
    }
  });

  it('leads as a wiki-link to the note whose path ends in it', () => {
    assert.ok(pointsTo({ from, link: 'jane-doe/2026-11-23' }, 'file:///notes/1-1s/jane-doe/2026-11-23.md'));
    assert.ok(!pointsTo({ from, link: 'doe/2026-11-23' }, 'file:///notes/1-1s/jane-doe/2026-11-23.md'));
    assert.equal(linkBaseName('1-1s/Jane%20Doe.md#x'), 'jane doe');
  });

  it('is found by a place of the note that it leads to, however it is written', () => {
    const ways: readonly (readonly [link: string, uri: string])[] = [
      ['2026-11-23.md', 'file:///notes/1-1s/jane-doe/2026-11-23.md'],
      ['../J%C3%BCrgen%20(x)/a.md#top', 'file:///notes/1-1s/J%C3%BCrgen%20%28x%29/a.md'],
      ['#top', from],
      ['jane-doe/2026-11-23', 'file:///notes/1-1s/jane-doe/2026-11-23.md'],
      ['2026-11-23#top', 'file:///notes/1-1s/jane-doe/2026-11-23.md'],
      ['file:///other/jane/2026-11-23.md', 'file:///other/jane/2026-11-23.md'],
    ];
    for (const [link, uri] of ways) {
      assert.ok(pointsTo({ from, link }, uri), link);
      assert.ok(noteKeys(uri).includes(linkKey({ from, link })), link);
    }
    assert.ok(!noteKeys('file:///notes/1-1s/bob/2026-11-23.md').includes(linkKey({ from, link: '2026-11-23.md' })));
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import MarkdownIt from 'markdown-it';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { pack } from '../../scripts/pack.mjs';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly repository: { readonly url: string };
  readonly contributes: unknown;
}

/** All that may be in the package. */
const PACKED = [
  ...['package.json', 'package.nls.json', 'readme.md', 'changelog.md', 'LICENSE.txt'],
  ...['dist/', 'snippets/', 'templates/', 'media/walkthrough/'],
  ...['media/icon.png', 'media/one-on-one.svg', 'media/preview.css'],
];

/** Pages elsewhere that README and CHANGELOG may lead to. */
const ELSEWHERE = ['https://keepachangelog.com/en/1.1.0/', 'https://semver.org/'];

const markdown = new MarkdownIt({ html: true });

describe('The packed extension', () => {
  let files: ReadonlyMap<string, Buffer>;
  let manifest: Manifest;
  before(async () => {
    files = unzip(readFileSync(await pack(temporaryDir('packed'))));
    manifest = JSON.parse(textOf('package.json')) as Manifest;
  });

  function textOf(file: string): string {
    const found = files.get(`extension/${file}`);
    assert.ok(found, `${file} is missing`);
    return found.toString('utf8');
  }

  it('holds what it runs on and what its page shows, and nothing else', () => {
    const packed = [...files.keys()].flatMap((name) => (name.startsWith('extension/') ? [name.slice(10)] : []));
    assert.deepEqual(
      packed.filter((file) => !PACKED.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))),
      [],
    );
    assert.deepEqual(
      PACKED.filter((place) => !packed.some((file) => file.startsWith(place))),
      [],
    );
  });

  it('holds each file that its manifest names', () => {
    const named = [
      ...JSON.stringify(manifest.contributes).matchAll(/"(?:\.\/)?((?:media|snippets|templates)\/[^"]+)"/g),
    ];
    const all = [manifest.main, manifest.browser, manifest.icon, ...named.map(([, file = '']) => file)];
    assert.deepEqual(
      all.filter((file) => !files.has(`extension/${file.replace(/^\.\//, '')}`)),
      [],
    );
  });

  it('holds the licenses of the packages in it', () => {
    assert.match(textOf('dist/ThirdPartyNotices.txt'), /^yaml \d+\.\d+\.\d+$/m);
  });

  it('has an icon of 256 pixels', () => {
    const icon = files.get('extension/media/icon.png');
    assert.deepEqual([icon?.readUInt32BE(16), icon?.readUInt32BE(20)], [256, 256]);
  });

  for (const page of ['readme.md', 'changelog.md']) {
    it(`has a ${page} whose links and pictures all lead somewhere, here and on the Marketplace`, () => {
      const text = textOf(page);
      assert.deepEqual(
        targetsIn(text).filter(({ url }) => !leadsSomewhere(url, text)),
        [],
      );
    });

    it(`has a ${page} whose pictures the Marketplace shows, each described in words`, () => {
      const pictures = targetsIn(textOf(page)).filter(({ alt }) => alt !== undefined);
      assert.deepEqual(
        pictures.filter(({ url, alt }) => alt === '' || !/^https:.*\.(?:png|gif)$/.test(url)),
        [],
      );
    });
  }

  /** Whether a target is a heading of the page, a file of this repository, or a known page elsewhere. */
  function leadsSomewhere(url: string, page: string): boolean {
    if (url.startsWith('#')) return headingsOf(page).includes(url.slice(1));
    if (ELSEWHERE.includes(url)) return true;
    const address = manifest.repository.url.replace(/\.git$/, '');
    const [, file, heading] = new RegExp(`^${address}/(?:blob|raw)/HEAD/([^#]+)(?:#(.+))?$`).exec(url) ?? [];
    if (file === undefined || !existsSync(decodeURI(file))) return false;
    return heading === undefined || headingsOf(readFileSync(decodeURI(file), 'utf8')).includes(heading);
  }
});

describe('The documents of the repository', () => {
  const folders = ['.', '.github', 'docs', 'docs/decisions'];
  const documents = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [path.join(folder, name)] : [])),
  );

  for (const document of documents) {
    it(`have a ${document} whose links all lead to a file, and to a heading in it`, () => {
      const own = targetsIn(readFileSync(document, 'utf8')).filter(({ url }) => !url.startsWith('https:'));
      const dead = own.filter(({ url }) => {
        const [file = '', heading] = decodeURI(url).split('#');
        const target = file === '' ? document : path.join(path.dirname(document), file);
        if (!existsSync(target)) return true;
        return heading !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(heading);
      });
      assert.deepEqual(dead, []);
    });
  }
});

interface Target {
  readonly url: string;
  /** The description of a picture. `undefined` for a link. */
  readonly alt: string | undefined;
}

/** The links and pictures of a Markdown text, also those in HTML. */
function targetsIn(text: string): readonly Target[] {
  const html = markdown.render(text);
  return [...html.matchAll(/<(?:a [^>]*href|img [^>]*src|source [^>]*srcset)="([^"]*)"[^>]*>/g)].map(
    ([tag, url = '']) => ({
      url,
      alt: tag.startsWith('<img') ? (/alt="([^"]*)"/.exec(tag)?.[1] ?? '') : undefined,
    }),
  );
}

/** The anchors of headings, as GitHub makes them. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const DIRECTORY_END = 0x06054b50;

/** Reads a ZIP archive without encryption: its files by name. */
function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== DIRECTORY_END) end--;
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)];
    const [name, extra, comment] = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ];
    const header = archive.readUInt32LE(entry + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const data = archive.subarray(start, start + size);
    files.set(archive.toString('utf8', entry + 46, entry + 46 + name), method === 0 ? data : inflateRawSync(data));
    entry += 46 + name + extra + comment;
  }
  return files;
}

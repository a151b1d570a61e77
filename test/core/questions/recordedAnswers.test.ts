import assert from 'node:assert/strict';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { recordedAnswers } from '../../../src/core/questions/history';
import { indexOf, rules } from '../support/notes';

describe('An earlier answer', () => {
  it('is listed by question and by heading, with its lines', () => {
    const lines = [
      '# Jane Doe, 2026-11-30',
      '## Agenda',
      '- The move to Lisbon',
      '- ',
      '## People',
      '**Who do you want to thank?**',
      '',
      '- Ana, for the demo.',
      '- Bo',
      '',
      '**Who is getting in your way?**',
      '',
      '## Process',
    ];
    const [meeting] = indexOf({ '1-1s/jane-doe/2026-11-30.md': lines }).meetingsWith('jane doe');
    assert.ok(meeting);
    assert.deepEqual(
      recordedAnswers(meeting, new ParsedNote(lines.join('\n')), rules.bank).map(({ date, about, words, line }) => [
        date,
        about,
        words,
        line,
      ]),
      [
        ['2026-11-30', 'Agenda', 'The move to Lisbon', 2],
        ['2026-11-30', 'Who do you want to thank?', 'Ana, for the demo. Bo', 7],
      ],
    );
  });

  it('is no purpose of a section, no label without words, and no question that its answer follows on the line', () => {
    const lines = [
      '## Process',
      '*What works, and what grinds.*',
      '',
      'The *release* train.',
      '',
      '- **Who is getting in your way?** Nobody.',
      '## People',
      '*Who helps, and who needs help.*',
      '- **Who do you want to thank?** Ana.',
      '## On My Mind',
      '**Jane Doe**',
      '- ',
    ];
    const [meeting] = indexOf({ '1-1s/jane-doe/2026-11-30.md': lines }).meetingsWith('jane doe');
    assert.ok(meeting);
    assert.deepEqual(
      recordedAnswers(meeting, new ParsedNote(lines.join('\n')), rules.bank).map(({ about, words, line }) => [
        about,
        words,
        line,
      ]),
      [
        ['Process', 'The *release* train.', 3],
        ['Who is getting in your way?', 'Nobody.', 5],
        ['Who do you want to thank?', 'Ana.', 8],
      ],
    );
  });

  it('is no placeholder, comment or empty element below a heading', () => {
    for (const empty of ['TBD', '[your answer]', '<!-- ask about Lisbon -->', '%% later %%', '<p class="a1"></p>']) {
      const lines = ['## Process', '', empty, ''];
      const [meeting] = indexOf({ '1-1s/jane-doe/2026-11-30.md': lines }).meetingsWith('jane doe');
      assert.ok(meeting);
      assert.deepEqual(recordedAnswers(meeting, new ParsedNote(lines.join('\n')), rules.bank), [], empty);
    }
  });

  it('is marked where any of its lines is private', () => {
    const lines = [
      '## People',
      '**Who do you want to thank?**',
      '',
      'Ana.',
      '',
      '<!-- private -->',
      'She leaves.',
      '<!-- /private -->',
      '',
      '## Process',
      'All well.',
      '## Private',
      'Her raise.',
    ];
    const [meeting] = indexOf({ '1-1s/jane-doe/2026-11-30.md': lines }).meetingsWith('jane doe');
    assert.ok(meeting);
    assert.deepEqual(
      recordedAnswers(meeting, new ParsedNote(lines.join('\n')), rules.bank).map((said) => [said.about, said.private]),
      [
        ['Who do you want to thank?', true],
        ['Process', false],
        ['Private', true],
      ],
    );
  });
});

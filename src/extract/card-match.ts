/**
 * Card against text: the card must be this text's card, in every particular that the text shows too.
 */
import {type Issue} from '../issues.ts';
import {type Card, type CardFile, membersOf} from './card.ts';
import {cardDiffers, cardMismatch} from './objections.ts';
import type {Matrix} from './matrix.ts';
import type {Source} from './source.ts';
import type {Title} from './title.ts';

/** Every particular in which card and text differ. */
export function cardIssues(
  {sha256, textSha256}: Source,
  file: CardFile | null,
  {year}: Title,
  matrix: Matrix,
  isRepaired: boolean,
): readonly Issue[] {
  if (!file) return [];
  const {card, locate} = file;
  const altered = card.sha256 !== undefined && ![sha256, textSha256].includes(card.sha256);
  return [
    ...countyIssues(card, locate, matrix),
    ...symbolIssues(card, locate, matrix),
    ...(card.year !== undefined && card.year !== year
      ? [cardMismatch(locate('year'), 'the year is', String(card.year), String(year))]
      : []),
    // A text with a figure that was corrected cannot be the one that the card has the checksum of.
    ...(altered
      ? [
          (isRepaired ? cardDiffers : cardMismatch)(
            locate('sha256'),
            'the checksum is',
            card.sha256!,
            `has ${sha256}`,
          ),
        ]
      : []),
  ];
}

function countyIssues(card: Card, locate: CardFile['locate'], {counties}: Matrix): readonly Issue[] {
  // Where a table has no numbers, the card goes by names.
  const codes = new Set(counties.map(({code, label}) => code ?? label));
  const members = membersOf(card.regions ?? [], locate);
  const named = Object.keys(card.counties ?? {}).map(code => ({code, where: locate('counties', code)}));
  const strangers = [...named, ...members].filter(({code}) => !codes.has(code));
  const placed = new Set(members.map(({code}) => code));
  const homeless = placed.size ? counties.filter(({code, label}) => !placed.has(code ?? label)) : [];
  const samis = Object.entries(card.counties ?? {}).flatMap(([code, {sami}]) => {
    const county = counties.find(each => (each.code ?? each.label) === code);
    return sami && county && !county.label.includes(sami.name) ? [{code, county, sami}] : [];
  });
  return [
    ...strangers.map(({code, where}) =>
      cardMismatch(where, 'there is a county', code, 'has none of that number or name'),
    ),
    ...homeless.map(({code, label}) =>
      cardMismatch(
        locate('regions'),
        'every county is in a region, but not',
        [code, label].filter(Boolean).join(' '),
        'has it',
      ),
    ),
    ...samis.map(({code, county, sami}) =>
      cardMismatch(
        locate('counties', code, 'sami', 'name'),
        'the Sami name is',
        sami.name,
        `prints "${county.label}"`,
      ),
    ),
  ];
}

/** A sign must mean what it is printed for: on the diagonal, and for as many moves one way as the other. */
function symbolIssues(
  card: Card,
  locate: CardFile['locate'],
  {net, places, printed}: Matrix,
): readonly Issue[] {
  const isMeant = (meaning: string, i: number, j: number) =>
    meaning === 'nil' ? net[i]![j] === 0 && printed[i]![j] : i === j;
  const printsAnother = (meaning: string, mark: string) =>
    net.some((row, i) => row.some((_, j) => isMeant(meaning, i, j) && places[i]![j]!.text !== mark));
  return (card.symbols ?? [])
    .map((symbol, at) => ({...symbol, where: locate('symbols', at)}))
    .filter(({mark, meaning}) => printsAnother(meaning, mark))
    .map(({mark, meaning, where}) =>
      cardMismatch(where, `the sign for ${meaning} is`, `"${mark}"`, 'prints another there'),
    );
}

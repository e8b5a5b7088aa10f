/**
 * The numbers and spellings of counties, wherever they stand: a county has one number, and no other has it.
 */
import type {Issue} from '../issues.ts';
import {type Place, whereOf} from './cells.ts';
import {codeOfAnother, otherCode} from './complaints.ts';
import type {Head} from './heads.ts';
import {joined} from './names.ts';
import {isOnOneLine, type Owned, placeOf, type Unit} from './units.ts';

/** A number that stands with a county's name. */
type Sighting = {readonly unit: number; readonly code: string; readonly place: Place};

/**
 * Gives each unit the number that most of its rows and heads have; each that has another, or that of another
 * unit, is an error.
 */
export function numbered(
  file: string,
  units: readonly Unit[],
  owned: readonly Owned[],
  heads: readonly Head[],
): {units: readonly Unit[]; issues: readonly Issue[]} {
  const sightings = [...owned.flatMap(ofRow), ...heads.flatMap(ofHead)];
  const named = units.map((unit, at) => ({
    ...unit,
    label: labelOf(unit, at, heads),
    code: mostOf(sightings.filter(each => each.unit === at)),
  }));
  const strange = sightings.filter(({unit, code}) => code !== named[unit]!.code);
  const shared = named.flatMap((unit, at) => {
    const other = named
      .slice(0, at)
      .find(({code}) => code !== null && numberOf(code) === numberOf(unit.code));
    return other ? [codeOfAnother(whereOf(file, unit.place), unit.code!, unit.label, other.label)] : [];
  });
  return {
    units: named,
    issues: [
      ...strange.map(({unit, code, place}) =>
        otherCode(whereOf(file, place), named[unit]!.label, code, named[unit]!.code!),
      ),
      ...shared,
    ],
  };
}

/** Of a name that is split over lines, the spelling of a head that is not. */
function labelOf({label, isWhole}: Unit, unit: number, heads: readonly Head[]): string {
  const whole = heads.find(
    head => head.kind === 'unit' && head.unit === unit && head.words.length > 0 && isOnOneLine(head),
  );
  return !isWhole && whole?.kind === 'unit' ? joined(whole.words) : label;
}

const ofRow = ({row, owner}: Owned): readonly Sighting[] =>
  typeof owner === 'number' && row.code
    ? [{unit: owner, code: row.code.place.text, place: placeOf(row)}]
    : [];

const ofHead = (head: Head): readonly Sighting[] =>
  head.kind === 'unit' && head.code !== null ? [{unit: head.unit, code: head.code, place: head.place}] : [];

/** "1" and "01" are one number. */
const numberOf = (code: string | null) => code?.replace(/^0+/, '');

/** The number that comes most often; of equals the first. */
function mostOf(sightings: readonly Sighting[]): string | null {
  const count = (code: string) => sightings.filter(each => each.code === code).length;
  const codes = sightings.map(({code}) => code);
  return codes.length ? codes.reduce((best, code) => (count(code) > count(best) ? code : best)) : null;
}

/**
 * Words of claims and what they are taken for, by language: each is exchanged for every other of its set. Whole words;
 * what holds another of its set is exchanged as a whole.
 */
export const NEIGHBOURS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ['largest', 'smallest', 'second largest'],
    ['gain', 'loss'],
    ['gains', 'losses'],
    ['in-migration', 'out-migration'],
    ['more', 'fewer'],
    ['from', 'to'],
    ['most', 'all', 'few'],
    ['only', 'mostly'],
    ['alone', 'together'],
    ['almost half', 'more than half', 'about half'],
    ['about two thirds', 'about three quarters', 'about one third'],
    ['about', 'exactly', 'more than', 'at least', 'at most'],
    ['almost all', 'all', 'half'],
    ['close to', 'far from'],
    ['small', 'large'],
    ['widely', 'narrowly'],
    ['reversed', 'confirmed'],
    ['followed', 'led'],
    ['included', 'excluded'],
    ['Apart from', 'Like'],
    ['Leaving', 'Counting'],
    ['all but one', 'all', 'most'],
    ['No', 'One', 'Every'],
    ['equal', 'unequal'],
    ['Among', 'Unlike'],
    ['any two', 'these two'],
    ['first', 'last'],
  ],
  nb: [
    ['største', 'minste', 'nest største'],
    ['størst', 'minst'],
    ['flyttegevinst', 'flyttetap'],
    ['flyttegevinsten', 'flyttetapet'],
    ['flyttegevinster', 'flyttetap'],
    ['nettoinnflytting', 'nettoutflytting'],
    ['nettoinnflyttingen', 'nettoutflyttingen'],
    ['flere', 'færre'],
    ['fra', 'til'],
    ['fleste', 'færreste'],
    ['bare', 'mest'],
    ['eneste', 'største'],
    ['alene', 'sammen'],
    ['nesten halvparten', 'mer enn halvparten', 'om lag halvparten'],
    ['om lag to tredeler', 'om lag tre firedeler', 'om lag en tredel'],
    ['om lag', 'nøyaktig', 'mer enn', 'minst', 'høyst'],
    ['nesten alt', 'alt', 'halvparten'],
    ['tilnærmet', 'slett ikke'],
    ['lille', 'store'],
    ['mange', 'få'],
    ['motsatt', 'den samme'],
    ['Nærmest', 'Først', 'Sist'],
    ['medregnet', 'unntatt'],
    ['Utenom', 'Sammen med'],
    ['Med ett unntak', 'Uten unntak'],
    ['Ingen', 'Alle', 'Ett'],
    ['alle', 'noen', 'de fleste'],
    ['like mange', 'flere', 'færre'],
    ['mellom to', 'mellom disse'],
    ['først', 'sist'],
    ['andre', 'samme'],
  ],
  nn: [
    ['største', 'minste', 'nest største'],
    ['størst', 'minst'],
    ['flyttegevinst', 'flyttetap'],
    ['flyttegevinsten', 'flyttetapet'],
    ['flyttegevinstar', 'flyttetap'],
    ['nettoinnflytting', 'nettoutflytting'],
    ['nettoinnflyttinga', 'nettoutflyttinga'],
    ['fleire', 'færre'],
    ['frå', 'til'],
    ['fleste', 'færraste'],
    ['berre', 'mest'],
    ['einaste', 'største'],
    ['åleine', 'saman'],
    ['nesten halvparten', 'meir enn halvparten', 'om lag halvparten'],
    ['om lag to tredelar', 'om lag tre firedelar', 'om lag ein tredel'],
    ['om lag', 'nøyaktig', 'meir enn', 'minst', 'høgst'],
    ['nesten alt', 'alt', 'halvparten'],
    ['tilnærma', 'slett ikkje'],
    ['vesle', 'store'],
    ['mange', 'få'],
    ['motsett', 'den same'],
    ['Nærmast', 'Først', 'Sist'],
    ['medrekna', 'unnateke'],
    ['Utanom', 'Saman med'],
    ['Med eitt unntak', 'Utan unntak'],
    ['Ingen', 'Alle', 'Eitt'],
    ['alle', 'nokre', 'dei fleste'],
    ['like mange', 'fleire', 'færre'],
    ['mellom to', 'mellom desse'],
    ['først', 'sist'],
    ['andre', 'same'],
  ],
};

/** The text with one word at one place exchanged for a neighbour, for every word, place and neighbour. */
export function exchanged(text: string, sets: readonly (readonly string[])[]): readonly string[] {
  return sets.flatMap(words => {
    const any = words.toSorted((a, b) => b.length - a.length).join('|');
    const found = text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${any})(?![\\p{L}-])`, 'gu'));
    return [...found].flatMap(({0: word, index}) =>
      words
        .filter(other => other !== word)
        .map(other => text.slice(0, index) + other + text.slice(index + word.length)),
    );
  });
}

/** The text with one digit changed to the next, for every digit. */
export const digitsChanged = (text: string): readonly string[] =>
  [...text.matchAll(/\d/g)].map(
    ({0: digit, index}) => text.slice(0, index) + String((Number(digit) + 1) % 10) + text.slice(index + 1),
  );

/** What a language's `labels.json` holds. */

/** What a table is about. */
export type UnitKind = 'county' | 'region' | 'municipality' | 'area';

export type Labels = {
  /** The language's name in itself. */
  readonly name: string;
  /** A d3-format locale, given to Vega as it is. */
  readonly number: {
    readonly decimal: string;
    readonly thousands: string;
    readonly grouping: readonly number[];
    readonly currency: readonly string[];
    readonly minus: string;
  };
  /** Number words from nought up; counts beyond the list are written in digits. */
  readonly counts: readonly string[];
  /** The word for one by gender, where the language has several; else what `counts` says. */
  readonly ones: Readonly<Record<string, string>>;
  /** `ordinals[2]` is the word that stands before "largest" for the second; the first two are unused. */
  readonly ordinals: readonly string[];
  /** `times[2]` is "twice"; the first two are unused. */
  readonly times: readonly string[];
  /** Words for a share inside a fixed interval, by the name of the interval. */
  readonly shares: Readonly<Record<string, string>>;
  /** "{number} per cent", and how a word and the percentage stand together. */
  readonly percent: string;
  readonly shareWithWord: string;
  /** The word before the last of a list, and the pattern for equal amounts: "{amount} each". */
  readonly and: string;
  readonly each: string;
  /** `pattern` with {day}, {month} and {year}. */
  readonly date: {readonly pattern: string; readonly months: readonly string[]};
  /** "Figure {number}", "Table {number}"; for the page's foot "Page {page} of {pages}". */
  readonly figure: string;
  readonly table: string;
  /** The same inside a sentence: "see table 1". */
  readonly inText: {readonly figure: string; readonly table: string};
  /** "{table}, continued". */
  readonly continued: string;
  readonly page: string;
  /** The subject of the file's metadata: "{title}, {year}". */
  readonly subject: string;
  /** Texts inside the charts, by key; `{county}` stands for the county's name. */
  readonly charts: Readonly<Record<string, string>>;
  /**
   * What the rows and columns of a table are called, by kind and form: `one` and `other` for numbers, `head` for the
   * head of a column, `gender` where the language has genders, and whatever else its template asks for with
   * `unit("form")`.
   */
  readonly units: Readonly<Record<UnitKind, Readonly<Record<string, string>>>>;
  /** Heads of table columns, by key. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * What several are called that a chart shows as one, with their {number}: those of the partners with net gains for the
   * county, those with net losses, who stands between two in an order, and all others.
   */
  readonly rests: Readonly<Record<'gain' | 'loss' | 'between' | 'others', string>>;
  /** What is said of the files inside the PDF. */
  readonly attachments: Readonly<Record<string, string>>;
  /** The names of checks, by kind, and what came of them. */
  readonly checks: Readonly<Record<string, string>>;
  /** Where numbers come from. */
  readonly provenance: ProvenanceLabels;
  /** What a page has beside the report. */
  readonly controls: ControlLabels;
};

/** The words of the page's own parts, and of the page that says how to embed charts. */
export type ControlLabels = {
  /** The head of the list of headings. */
  readonly contents: string;
  /** Opens the figures of a chart; where they stand in a table of the page, the words before its label. */
  readonly asTable: string;
  readonly seeTable: string;
  /** Before the files of a chart. */
  readonly download: string;
  readonly embed: EmbedLabels;
  readonly index: IndexLabels;
};

/** The page that leads to all reports. */
export type IndexLabels = {
  /** Before the links to the report on all counties together. */
  readonly overview: string;
  /** Heads of columns: the small chart, charts to embed. */
  readonly bar: string;
  readonly charts: string;
  /** With the head of a column. */
  readonly sortBy: string;
};

/** The page of snippets. */
export type EmbedLabels = {
  readonly link: string;
  /** With the report's title. */
  readonly title: string;
  /** With the address that stands in for that of the reader's site. */
  readonly intro: string;
  readonly frame: string;
  readonly frameNote: string;
  readonly listener: string;
  readonly listenerNote: string;
  readonly inline: string;
  readonly inlineNote: string;
  readonly image: string;
  readonly imageNote: string;
  readonly example: string;
  readonly copy: string;
  readonly copied: string;
};

/** A pattern for one, and for any other number. */
export type Plural = {readonly one: string; readonly other: string};

export type ProvenanceLabels = {
  /** The head of the panel that says where a number comes from, and the word for closing it. */
  readonly title: string;
  readonly close: string;
  /** "15 cells marked in Table 1" */
  readonly marked: Plural;
  /** How many of what a number is computed from. */
  readonly cells: Plural;
  readonly totals: Plural;
  readonly pairs: Plural;
  /** "Oslo against Akershus" */
  readonly pair: string;
  /** What a number is, by function; each stands in others: "{first} in per cent of {second}". */
  readonly expressions: Readonly<Record<string, string>>;
  /** Where a cell stands in the published text and how it was read there. */
  readonly places: Readonly<Record<string, string>>;
};

/**
 * pdfmake's renderer, extended to write the structure tree of the PDF.
 *
 * It is called once for every laid-out item, and wraps what is drawn in marked content: a line belongs to the
 * elements that hang on its words, a picture to its figure, and all else (rules, fills, running heads and
 * feet, heads of tables that are drawn again on the next page) is an artifact. pdfkit underneath writes the
 * parent tree and the numbers of the marks. What pdfmake would leave out in silence stops the print.
 */
import {cannotPrint, ReportError} from '../issues.ts';
import {
  type KitDocument,
  type LaidInline,
  type LaidLine,
  type LaidPicture,
  PdfRenderer,
  type StructureElement,
} from './pdfmake-parts.ts';
import type {Element, Mark, Marked} from './structure.ts';

type Inline = LaidInline & Marked;
type Picture = LaidPicture & {readonly structure?: Element; readonly alt?: string};

/** What is open on the page: the content of an element, of a mark inside it, or an artifact of a kind. */
type Open = {readonly page: unknown; readonly key: Element | Mark | string};

/** A class because pdfmake asks for one. */
export class TaggedRenderer extends PdfRenderer {
  readonly #root: Element;
  readonly #written = new Map<Element, StructureElement>();
  readonly #drawn = new Set<Element>();
  readonly #seen = new WeakSet<LaidInline>();
  readonly #notes: string[] = [];
  #open: Open | null = null;
  #marked: {readonly mark: Mark; readonly element: StructureElement} | null = null;

  constructor(document: KitDocument, root: Element) {
    super(document);
    this.#root = root;
  }

  override renderPages(pages: Parameters<PdfRendererType['renderPages']>[0]): void {
    this.pdfDocument.addStructure(this.#write(this.#root));
    super.renderPages(pages);
    this.#endMark();
    const lost = [...this.#written.keys()].find(
      each => (each.words || each.role === 'Figure') && !this.#drawn.has(each),
    );
    if (lost) stop(`pdfmake left out "${lost.words || lost.properties.alt}"`);
  }

  /** Writes an element with all its kids; what it holds is added when it is drawn. */
  #write(element: Element): StructureElement {
    const {alt, lang, title, attributes} = element.properties;
    const written = this.pdfDocument.struct(element.role, {alt, lang, title});
    const {data} = written.dictionary;
    if (attributes) data['A'] = attributes;
    if (element.role === 'Note') data['ID'] = new String(this.#nameNote());
    this.#written.set(element, written);
    for (const kid of element.kids) written.add(this.#write(kid));
    return written;
  }

  /** PDF/UA-1 (7.9) wants each note to have a name of its own. */
  #nameNote(): string {
    this.#notes.push(`note${String(this.#notes.length + 1).padStart(4, '0')}`);
    return this.#notes.at(-1)!;
  }

  override renderLine(line: LaidLine, x: number, y: number): void {
    this.#stayOnPage(line, x, y);
    const inlines = line.inlines as readonly Inline[];
    const [first] = inlines;
    if (!first) return super.renderLine(line, x, y);
    if (this.#seen.has(first)) return this.#renderAgain(line, inlines, x, y);
    inlines.forEach(inline => this.#seen.add(inline));
    runs(inlines).forEach((run, index) => {
      const {structure, mark} = run[0]!;
      if (structure) this.#begin(structure, mark);
      else this.#beginArtifact('Pagination');
      super.renderLine(part(line, run, index === 0), x, y);
      if (mark?.role === 'Link') this.#link(mark, run, line, x, y);
    });
    if (line._outline) this.#aimBookmark(line._outline.parentId, y);
  }

  /** The head of a table on the next page: seen, but not read again. Its caption says that it goes on. */
  #renderAgain(line: LaidLine, inlines: readonly Inline[], x: number, y: number): void {
    this.#beginArtifact('Pagination');
    const [first] = inlines;
    if (first!.continued === undefined) return super.renderLine(part(line, inlines, false), x, y);
    if (first!.continued) super.renderLine(part(line, [{...first!, text: first!.continued}], false), x, y);
  }

  override renderVector(vector: unknown): void {
    this.#beginArtifact('Layout');
    super.renderVector(vector);
  }

  override renderSVG(picture: Picture): void {
    const {structure, x, y, _width: width, _height: height} = picture;
    const page = this.pdfDocument.page;
    if (x + width > page.width + 0.5 || y + height > page.height + 0.5)
      stop(`A picture runs off its page: ${picture.alt}`);
    if (!structure) this.#beginArtifact('Layout');
    else {
      this.#begin(structure, undefined);
      const box = [x, page.height - y - height, x + width, page.height - y];
      const attributes = {O: 'Layout', Placement: 'Block', BBox: box, Width: width, Height: height};
      this.#written.get(structure)!.dictionary.data['A'] = attributes;
    }
    super.renderSVG(picture);
  }

  /** Opens the content of an element, or of a mark in it. A mark's element is made when its first words come. */
  #begin(element: Element, mark: Mark | undefined): void {
    this.#drawn.add(element);
    const key = mark ?? element;
    if (this.#isOpen(key)) return;
    this.#close();
    if (this.#marked?.mark !== mark) this.#endMark();
    if (mark && !this.#marked) {
      const made = this.pdfDocument.struct(mark.role, {lang: mark.lang});
      this.#written.get(element)!.add(made);
      this.#marked = {mark, element: made};
    }
    const target = this.#marked?.element ?? this.#written.get(element)!;
    target.add(this.pdfDocument.markStructureContent(mark?.role ?? element.role));
    this.#open = {page: this.pdfDocument.page, key};
  }

  #beginArtifact(type: 'Layout' | 'Pagination'): void {
    if (this.#isOpen(type)) return;
    this.#close();
    this.pdfDocument.markContent('Artifact', {type});
    this.#open = {page: this.pdfDocument.page, key: type};
  }

  #isOpen(key: Open['key']): boolean {
    return this.#open?.key === key && this.#open.page === this.pdfDocument.page;
  }

  /** pdfkit closes what is open at the end of a page. */
  #close(): void {
    if (this.#open?.page === this.pdfDocument.page) this.pdfDocument.endMarkedContent();
    this.#open = null;
  }

  /** A mark is ended on its own page: pdfkit takes the page of its annotations from where it is then. */
  #endMark(): void {
    this.#marked?.element.end();
    this.#marked = null;
  }

  /** One annotation for each line of a link, not one for each word, as pdfmake has it. */
  #link(
    {words = '', address, place}: Mark,
    run: readonly Inline[],
    line: LaidLine,
    x: number,
    y: number,
  ): void {
    const [first, last] = [run[0]!, run.at(-1)!];
    const action = address ? {S: 'URI', URI: new String(address)} : {S: 'GoTo', D: new String(place)};
    const reference = this.pdfDocument.ref(action);
    reference.end();
    this.pdfDocument.annotate(x + first.x, y, last.x + last.width - first.x, line.getHeight(), {
      Subtype: 'Link',
      A: reference,
      Contents: new String(words),
      structParent: this.#marked!.element,
    });
  }

  /** pdfkit's bookmarks lead to the right edge of the page's top; these lead to their heading. */
  #aimBookmark(parentId: string | undefined, y: number): void {
    const {page, outline} = this.pdfDocument;
    const parent = (parentId !== undefined && this.outlineMap[parentId]) || outline;
    parent.children.at(-1)!.outlineData['Dest'] = [page.dictionary, 'XYZ', null, page.height - y + 6, null];
  }

  #stayOnPage(line: LaidLine, x: number, y: number): void {
    const {width, height} = this.pdfDocument.page;
    if (x > -0.5 && x + line.getWidth() < width + 0.5 && y + line.getHeight() < height + 0.5) return;
    stop(`A line runs off its page: "${line.inlines.map(({text}) => text).join('')}"`);
  }
}

type PdfRendererType = InstanceType<typeof PdfRenderer>;

function stop(problem: string): never {
  throw new ReportError([cannotPrint(problem)]);
}

/** Neighbouring words of one element and one mark. */
function runs(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const found: Inline[][] = [];
  for (const inline of inlines) {
    const last = found.at(-1)?.[0];
    if (last?.structure === inline.structure && last?.mark === inline.mark && found.length)
      found.at(-1)!.push(inline);
    else found.push([inline]);
  }
  return found;
}

/** A part of a line. Its name and bookmark go with the first part alone. */
function part(line: LaidLine, inlines: readonly Inline[], isFirst: boolean): LaidLine {
  const own = {inlines, ...(isFirst ? {} : {id: undefined, _outline: undefined})};
  // The methods of the whole line, so that all parts stand on one baseline.
  return Object.assign(Object.create(line) as LaidLine, own, {
    getHeight: () => line.getHeight(),
    getAscenderHeight: () => line.getAscenderHeight(),
  });
}

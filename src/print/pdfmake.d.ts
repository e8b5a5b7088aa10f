// Parts of pdfmake that have no types of their own; see pdfmake-parts.ts.
declare module 'pdfmake/js/LayoutBuilder.js' {
  const module: unknown;
  export default module;
}
declare module 'pdfmake/js/PDFDocument.js' {
  const module: unknown;
  export default module;
}
declare module 'pdfmake/js/Renderer.js' {
  const module: unknown;
  export default module;
}
declare module 'pdfmake/js/SVGMeasure.js' {
  const module: unknown;
  export default module;
}
declare module 'pdfmake/js/PageSize.js' {
  const module: {
    readonly normalizePageSize: (size: unknown, orientation: unknown) => {width: number; height: number};
    readonly normalizePageMargin: (margins: unknown) => unknown;
  };
  export default module;
}
declare module 'pdfmake/js/tableLayouts.js' {
  const module: {readonly tableLayouts: unknown};
  export default module;
}

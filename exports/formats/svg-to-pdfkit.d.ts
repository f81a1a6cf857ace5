/** The package brings no types; this is the part of it that is used. */
declare module 'svg-to-pdfkit' {
  interface Options {
    readonly width?: number;
    readonly height?: number;
    /** Whether numbers without a unit are points instead of pixels. */
    readonly assumePt?: boolean;
    /** The registered font for a style. */
    readonly fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
  }
  export default function drawSvg(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options?: Options,
  ): void;
}

/** What pdfkit takes and its types do not say. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Left, top, right, bottom on the page. */
    readonly bbox?: [number, number, number, number];
  }
  interface AnnotationOption {
    readonly structParent?: PDFStructureElement;
  }
}

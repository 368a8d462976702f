using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Microsoft.Extensions.Options;

namespace Extractor;

// Written at compile time: checking the attributes by reflection compiles a method for every option when a program starts.

/// <summary>Checks the bounds of <see cref="ExtractorOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class ExtractorOptionsCheck : IValidateOptions<ExtractorOptions>;

/// <summary>Checks the bounds of <see cref="DocxOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class DocxOptionsCheck : IValidateOptions<DocxOptions>;

/// <summary>Checks the bounds of <see cref="PdfReaderOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class PdfReaderOptionsCheck : IValidateOptions<PdfReaderOptions>;

/// <summary>Checks the bounds of <see cref="TextOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class TextOptionsCheck : IValidateOptions<TextOptions>;

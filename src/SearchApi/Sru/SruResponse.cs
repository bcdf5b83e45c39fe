using System.Text;
using System.Xml;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>Writes the answers in the words of one version.</summary>
internal sealed record SruResponse(SruDialect Dialect)
{
    /// <summary>Nothing found because the request could not be served.</summary>
    public byte[] Refusal(SruDiagnostic wrong) => Document("searchRetrieveResponse", xml =>
    {
        Text(xml, "numberOfRecords", "0");
        Diagnostic(xml, wrong);
    });

    public byte[] Records(SruRequest request, SruFound found, IReadOnlyList<CourseItem> courses, Uri site) => Document("searchRetrieveResponse", xml =>
    {
        Text(xml, "numberOfRecords", XmlConvert.ToString(found.Total));
        if (courses.Count > 0)
        {
            xml.WriteStartElement("records", Dialect.Namespace);
            foreach (var (course, at) in courses.Select((course, at) => (course, at)))
                Record(xml, request.Schema.Identifier, request.Escaped, record => request.Schema.Write(record, course, SiteAddress.Course(site, course.Id, "uk")), request.Start + at);
            xml.WriteEndElement();
        }
        if (courses.Count > 0 && request.Start + courses.Count <= Math.Min(found.Total, SruSearch.Most))
            Text(xml, "nextRecordPosition", XmlConvert.ToString(request.Start + courses.Count));
        if (found.Total > 0 && request.Start > Math.Min(found.Total, SruSearch.Most))
            Diagnostic(xml, SruDiagnostic.Position());
        if (found.AtLeast && Dialect.Version == SruDialect.Highest)
            Text(xml, "resultCountPrecision", "info:srw/vocabulary/resultCountPrecision/1/minimum");
    });

    public byte[] Explain(SruRequest request, Uri address) => Document("explainResponse", xml =>
        Record(xml, SruExplain.Namespace, request.Escaped, record => SruExplain.Write(record, address, Dialect), null));

    private byte[] Document(string name, Action<XmlWriter> content) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement(name, Dialect.Namespace);
        Text(xml, "version", Dialect.Version);
        content(xml);
        xml.WriteEndElement();
    });

    private void Record(XmlWriter xml, string schema, bool escaped, Action<XmlWriter> write, int? position)
    {
        xml.WriteStartElement("record", Dialect.Namespace);
        Text(xml, "recordSchema", schema);
        Text(xml, Dialect.Packing, escaped ? "string" : "xml");
        xml.WriteStartElement("recordData", Dialect.Namespace);
        if (escaped)
            xml.WriteString(Fragment(write));
        else
            write(xml);
        xml.WriteEndElement();
        if (position is { } number)
            Text(xml, "recordPosition", XmlConvert.ToString(number));
        xml.WriteEndElement();
    }

    private static string Fragment(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
            write(xml);
        return text.ToString();
    }

    private void Diagnostic(XmlWriter xml, SruDiagnostic wrong)
    {
        xml.WriteStartElement("diagnostics", Dialect.Namespace);
        xml.WriteStartElement("diagnostic", Dialect.Diagnostics);
        xml.WriteElementString("uri", Dialect.Diagnostics, wrong.Uri);
        if (wrong.Details.Length > 0)
            xml.WriteElementString("details", Dialect.Diagnostics, wrong.Details);
        xml.WriteElementString("message", Dialect.Diagnostics, wrong.Message);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Dialect.Namespace, text);
}

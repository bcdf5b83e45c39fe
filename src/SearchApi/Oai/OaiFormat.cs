using System.Xml;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Exports;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>One form of a record: its prefix, where its schema lies, its namespace, and the pure mapping of a course and the address of its page here.</summary>
internal sealed record OaiFormat(string Prefix, string Schema, string Namespace, Action<XmlWriter, CourseItem, Uri> Write)
{
    public static readonly IReadOnlyList<OaiFormat> All =
    [
        new("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OaiDublinCore.Namespace, OaiDublinCore.Write),
        new("oai_lom", LearningObject.Schema, LearningObject.Namespace, LearningObject.Write),
        new("marc21", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd", MarcXml.Namespace, (xml, course, _) =>
            MarcXml.Record(xml, MarcRecord.Of(course), "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd")),
    ];

    public static OaiFormat? Named(string prefix) => All.FirstOrDefault(format => format.Prefix == prefix);
}

using System.Xml;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Exports;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>A form of records: short name, identifier, title, and the pure mapping of a course and the address of its page here.</summary>
internal sealed record SruSchema(string Name, string Identifier, string Title, Action<XmlWriter, CourseItem, Uri> Write)
{
    private const string Container = "info:srw/schema/1/dc-schema";

    public static readonly IReadOnlyList<SruSchema> All =
    [
        new("dc", "info:srw/schema/1/dc-v1.1", "Dublin Core", (xml, course, page) =>
        {
            xml.WriteStartElement("srw_dc", "dc", Container);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore.Namespace);
            DublinCore.Write(xml, course, page);
            xml.WriteEndElement();
        }),
        new("marcxml", "info:srw/schema/1/marcxml-v1.1", "MARCXML", (xml, course, _) => MarcXml.Record(xml, MarcRecord.Of(course))),
    ];

    /// <summary>By short name or identifier.</summary>
    public static SruSchema? Named(string name) => All.FirstOrDefault(schema => schema.Name == name || schema.Identifier == name);
}

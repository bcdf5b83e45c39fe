using System.Xml;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>MARC 21 records as MARCXML, in one collection.</summary>
internal static class MarcXml
{
    public const string Namespace = "http://www.loc.gov/MARC21/slim";

    public static byte[] Of(IReadOnlyList<CourseItem> courses) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("collection", Namespace);
        foreach (var course in courses)
            Record(xml, MarcRecord.Of(course));
        xml.WriteEndElement();
    });

    /// <summary>Writes one record; where it stands in a document of another kind, with the address of its schema.</summary>
    public static void Record(XmlWriter xml, IReadOnlyList<MarcField> fields, string? schema = null)
    {
        xml.WriteStartElement("record", Namespace);
        if (schema is not null)
            xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {schema}");
        xml.WriteElementString("leader", Namespace, MarcRecord.Leader);
        foreach (var field in fields)
        {
            xml.WriteStartElement(field.Control is null ? "datafield" : "controlfield", Namespace);
            xml.WriteAttributeString("tag", field.Tag);
            if (field.Control is { } value)
            {
                xml.WriteString(value);
            }
            else
            {
                xml.WriteAttributeString("ind1", field.Indicators[..1]);
                xml.WriteAttributeString("ind2", field.Indicators[1..]);
            }
            foreach (var (code, text) in field.Subfields)
            {
                xml.WriteStartElement("subfield", Namespace);
                xml.WriteAttributeString("code", $"{code}");
                xml.WriteString(text);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}

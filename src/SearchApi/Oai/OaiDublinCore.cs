using System.Xml;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Exports;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>A course as unqualified Dublin Core in the container of the protocol (OAI-PMH 2.0 §5).</summary>
internal static class OaiDublinCore
{
    public const string Namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    public static void Write(XmlWriter xml, CourseItem course, Uri page)
    {
        xml.WriteStartElement("oai_dc", "dc", Namespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore.Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", OaiDocument.Instance, $"{Namespace} http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
        DublinCore.Write(xml, course, page);
        xml.WriteEndElement();
    }
}

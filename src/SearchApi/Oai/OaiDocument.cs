using System.Xml;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>Writes the answers of the protocol: one root around what was asked for (OAI-PMH 2.0 §3.2).</summary>
/// <param name="Base">The address that was asked, absolute.</param>
internal sealed record OaiDocument(Uri Site, Uri Base, DateTimeOffset Now)
{
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private const string Namespace = "http://www.openarchives.org/OAI/2.0/";

    /// <summary>What stands before the id of a course in the identifier of its record.</summary>
    public string IdentifierStart => $"oai:{Site.Host}:";

    public byte[] Error(OaiError error, OaiArguments? arguments) => Answer(error.RepeatsArguments ? arguments : null, xml =>
    {
        xml.WriteStartElement("error", Namespace);
        xml.WriteAttributeString("code", error.Code);
        xml.WriteString(error.Message);
        xml.WriteEndElement();
    });

    /// <summary>The element of the verb with the given content.</summary>
    public byte[] Of(OaiArguments arguments, Action<XmlWriter> content) => Answer(arguments, xml =>
    {
        xml.WriteStartElement(arguments.Verb, Namespace);
        content(xml);
        xml.WriteEndElement();
    });

    public static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, PlainLine.Xml(text));

    public static void Element(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name, Namespace);
        content();
        xml.WriteEndElement();
    }

    /// <summary>A record, or its header alone where no format is wanted.</summary>
    public void Record(XmlWriter xml, OaiRecord record, OaiFormat? format)
    {
        if (format is null)
        {
            Header(xml, record);
            return;
        }
        Element(xml, "record", () =>
        {
            Header(xml, record);
            if (record.Course is { } course)
                Element(xml, "metadata", () => format.Write(xml, course, SiteAddress.Course(Site, course.Id, "uk")));
        });
    }

    /// <summary>Where the list goes on; on the last page of several an empty one (§3.5).</summary>
    public static void Token(XmlWriter xml, OaiPage page)
    {
        if (page is { Next: null, Asked.Given: 0 })
            return;
        xml.WriteStartElement("resumptionToken", Namespace);
        if (page.Asked.Size is { } size)
            xml.WriteAttributeString("completeListSize", XmlConvert.ToString(size));
        xml.WriteAttributeString("cursor", XmlConvert.ToString(page.Asked.Given));
        xml.WriteString(page.Next?.Token() ?? "");
        xml.WriteEndElement();
    }

    private void Header(XmlWriter xml, OaiRecord record)
    {
        xml.WriteStartElement("header", Namespace);
        if (record.Course is null)
            xml.WriteAttributeString("status", "deleted");
        Text(xml, "identifier", IdentifierStart + record.Id);
        Text(xml, "datestamp", OaiDates.Text(record.Changed));
        foreach (var set in record.Sets)
            Text(xml, "setSpec", set);
        xml.WriteEndElement();
    }

    private byte[] Answer(OaiArguments? arguments, Action<XmlWriter> content) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("OAI-PMH", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
        Text(xml, "responseDate", OaiDates.Text(Now));
        xml.WriteStartElement("request", Namespace);
        foreach (var (name, value) in arguments?.All ?? [])
            xml.WriteAttributeString(name, PlainLine.Xml(value));
        xml.WriteString(Base.AbsoluteUri);
        xml.WriteEndElement();
        content(xml);
        xml.WriteEndElement();
    });
}

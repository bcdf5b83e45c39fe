using System.Globalization;
using System.Xml;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>A course in the fifteen elements of Dublin Core (version 1.1), for containers of several protocols.</summary>
internal static class DublinCore
{
    public const string Namespace = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes the elements without a container. <paramref name="page"/> is the course's page here.</summary>
    public static void Write(XmlWriter xml, CourseItem course, Uri page)
    {
        var citation = new Citation(course);
        Element(xml, "title", citation.Title, citation.Language);
        foreach (var name in citation.Authors)
            Element(xml, "creator", name);
        foreach (var competence in course.Competences)
            Element(xml, "subject", PlainLine.Of($"{course.Framework} {competence.Code} {competence.Label}"));
        foreach (var word in citation.Keywords)
            Element(xml, "subject", word, citation.Language);
        if (citation.Summary.Length > 0)
            Element(xml, "description", citation.Summary, citation.Language);
        if (citation.Publisher is { } publisher)
            Element(xml, "publisher", publisher);
        if (citation.Start is { } start)
            Element(xml, "date", start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Element(xml, "type", "Course");
        Element(xml, "type", "InteractiveResource");
        Element(xml, "format", "text/html");
        Element(xml, "identifier", citation.Url);
        if (course.Provider is { } provider && PlainLine.Of(provider) != citation.Publisher)
            Element(xml, "source", PlainLine.Of(provider));
        if (course.Language is { } language)
            Element(xml, "language", PlainLine.Of(language));
        Element(xml, "relation", page.AbsoluteUri);
        if (citation.Licence is { } licence)
            Element(xml, "rights", licence);
        if (course.Access != Access.Unknown || course.Price != Price.Unknown)
            Element(xml, "rights", $"Access: {Wire.Name(course.Access)}; price: {Wire.Name(course.Price)}");
    }

    private static void Element(XmlWriter xml, string name, string value, string? language = null)
    {
        if (value.Length == 0)
            return;
        xml.WriteStartElement("dc", name, Namespace);
        if (language is not null)
            xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}

using System.Xml;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>A course as learning object metadata (IEEE 1484.12.1 in the XML of 1484.12.3), competences as a classification of that purpose.</summary>
internal static class LearningObject
{
    public const string Namespace = "http://ltsc.ieee.org/xsd/LOM";
    public const string Schema = "http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd";

    private const string Standard = "LOMv1.0";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(XmlWriter xml, CourseItem course, Uri page)
    {
        var citation = new Citation(course);
        xml.WriteStartElement("lom", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} {Schema}");
        Within(xml, "general", () => General(xml, course, citation));
        Within(xml, "lifeCycle", () => LifeCycle(xml, citation));
        Within(xml, "metaMetadata", () =>
        {
            Identifier(xml, page.AbsoluteUri);
            Text(xml, "metadataSchema", Standard);
        });
        Within(xml, "technical", () =>
        {
            Text(xml, "format", "text/html");
            Text(xml, "location", citation.Url);
        });
        Within(xml, "educational", () => Educational(xml, course, citation));
        if (course.Price != Price.Unknown || citation.Licence is not null)
            Within(xml, "rights", () => Rights(xml, course, citation));
        if (course.Competences.Count > 0)
            Within(xml, "classification", () => Competences(xml, course));
        if (course.Level is { } level)
            Within(xml, "classification", () => Classified(xml, "educational level", "DigComp", [(Wire.Name(level), Wire.Name(level))]));
        xml.WriteEndElement();
    }

    private static void General(XmlWriter xml, CourseItem course, Citation citation)
    {
        Identifier(xml, citation.Url);
        String(xml, "title", citation.Title, citation.Language);
        if (citation.Language is { } language)
            Text(xml, "language", language);
        if (citation.Summary.Length > 0)
            String(xml, "description", citation.Summary, citation.Language);
        foreach (var word in citation.Keywords.Concat(course.Subjects.Select(PlainLine.Of)).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal))
            String(xml, "keyword", word, citation.Language);
        // Level 3 is a course (table of 1484.12.1, 1.8).
        Vocabulary(xml, "aggregationLevel", "3");
    }

    private static void LifeCycle(XmlWriter xml, Citation citation)
    {
        foreach (var (role, name) in citation.Authors.Select(name => ("author", name)).Concat(citation.Publisher is { } publisher ? [("publisher", publisher)] : []))
        {
            Within(xml, "contribute", () =>
            {
                Vocabulary(xml, "role", role);
                Text(xml, "entity", Card(name));
            });
        }
    }

    private static void Educational(XmlWriter xml, CourseItem course, Citation citation)
    {
        // The standard's own list of types knows no course; that of the Learning Resource Exchange does.
        Vocabulary(xml, "learningResourceType", "course", "LREv3.0");
        Vocabulary(xml, "intendedEndUserRole", "learner");
        if (course.Workload is { } workload)
            Within(xml, "typicalLearningTime", () => Text(xml, "duration", workload));
        if (citation.Language is { } language)
            Text(xml, "language", language);
    }

    private static void Rights(XmlWriter xml, CourseItem course, Citation citation)
    {
        if (course.Price != Price.Unknown)
            Vocabulary(xml, "cost", course.Price == Price.Paid ? "yes" : "no");
        if (citation.Licence is { } licence)
        {
            Vocabulary(xml, "copyrightAndOtherRestrictions", "yes");
            String(xml, "description", licence, null);
        }
    }

    private static void Competences(XmlWriter xml, CourseItem course) =>
        Classified(xml, "competency", course.Framework, course.Competences.Select(competence => (competence.Code, PlainLine.Of(competence.Label))));

    private static void Classified(XmlWriter xml, string purpose, string source, IEnumerable<(string Id, string Entry)> taxa)
    {
        Vocabulary(xml, "purpose", purpose);
        foreach (var (id, entry) in taxa)
        {
            Within(xml, "taxonPath", () =>
            {
                String(xml, "source", source, null);
                Within(xml, "taxon", () =>
                {
                    Text(xml, "id", id);
                    String(xml, "entry", entry, null);
                });
            });
        }
    }

    private static void Identifier(XmlWriter xml, string address) => Within(xml, "identifier", () =>
    {
        Text(xml, "catalog", "URI");
        Text(xml, "entry", address);
    });

    /// <summary>A person or organisation is a vCard (RFC 2426 §3.1.1).</summary>
    private static string Card(string name)
    {
        var escaped = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);
        return $"BEGIN:VCARD\nVERSION:3.0\nFN:{escaped}\nN:{escaped};;;;\nEND:VCARD";
    }

    private static void Vocabulary(XmlWriter xml, string name, string value, string source = Standard) => Within(xml, name, () =>
    {
        Text(xml, "source", source);
        Text(xml, "value", value);
    });

    private static void String(XmlWriter xml, string name, string text, string? language) => Within(xml, name, () =>
    {
        xml.WriteStartElement("string", Namespace);
        if (language is not null)
            xml.WriteAttributeString("language", language);
        xml.WriteString(text);
        xml.WriteEndElement();
    });

    private static void Within(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name, Namespace);
        content();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, PlainLine.Xml(text));
}

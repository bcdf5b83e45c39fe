using System.Text.RegularExpressions;
using System.Xml;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>Answers the six verbs (OAI-PMH 2.0 §4).</summary>
internal sealed partial class OaiAnswers(OaiRepository repository, OaiSets sets, SearchApiSettings settings)
{
    private const string Earliest = "1970-01-01T00:00:00Z";

    /// <summary>The answer to arguments that were understood; errors are answers too.</summary>
    public Task<byte[]> AnswerAsync(OaiArguments asked, OaiDocument document, CancellationToken ct) => asked.Verb switch
    {
        "Identify" => IdentifyAsync(asked, document, ct),
        "ListMetadataFormats" => FormatsAsync(asked, document, ct),
        "ListSets" => SetsAsync(asked, document, ct),
        "GetRecord" => RecordAsync(asked, document, ct),
        _ => ListAsync(asked, document, ct),
    };

    private async Task<byte[]> IdentifyAsync(OaiArguments asked, OaiDocument document, CancellationToken ct)
    {
        var earliest = await repository.EarliestAsync(ct);
        return document.Of(asked, xml =>
        {
            OaiDocument.Text(xml, "repositoryName", PageTexts.In("uk")["site.name"]);
            OaiDocument.Text(xml, "baseURL", document.Base.AbsoluteUri);
            OaiDocument.Text(xml, "protocolVersion", "2.0");
            OaiDocument.Text(xml, "adminEmail", Admin(document.Site.Host));
            OaiDocument.Text(xml, "earliestDatestamp", earliest is { } time ? OaiDates.Text(time) : Earliest);
            OaiDocument.Text(xml, "deletedRecord", "persistent");
            OaiDocument.Text(xml, "granularity", "YYYY-MM-DDThh:mm:ssZ");
            if (DomainName().IsMatch(document.Site.Host))
                OaiDocument.Element(xml, "description", () => Identifiers(xml, document));
        });
    }

    private async Task<byte[]> FormatsAsync(OaiArguments asked, OaiDocument document, CancellationToken ct)
    {
        if (asked["identifier"] is { } identifier && await FindAsync(identifier, document, ct) is null)
            return document.Error(OaiError.UnknownRecord(identifier), asked);
        return document.Of(asked, xml =>
        {
            foreach (var format in OaiFormat.All)
            {
                OaiDocument.Element(xml, "metadataFormat", () =>
                {
                    OaiDocument.Text(xml, "metadataPrefix", format.Prefix);
                    OaiDocument.Text(xml, "schema", format.Schema);
                    OaiDocument.Text(xml, "metadataNamespace", format.Namespace);
                });
            }
        });
    }

    private async Task<byte[]> SetsAsync(OaiArguments asked, OaiDocument document, CancellationToken ct)
    {
        // The list is short and given whole: no token was ever made for it.
        if (asked["resumptionToken"] is not null)
            return document.Error(OaiError.BadToken(), asked);
        var all = await sets.AllAsync(ct);
        return document.Of(asked, xml =>
        {
            foreach (var set in all)
            {
                OaiDocument.Element(xml, "set", () =>
                {
                    OaiDocument.Text(xml, "setSpec", set.Spec);
                    OaiDocument.Text(xml, "setName", set.Name);
                });
            }
        });
    }

    private async Task<byte[]> RecordAsync(OaiArguments asked, OaiDocument document, CancellationToken ct)
    {
        var (identifier, prefix) = (asked["identifier"]!, asked["metadataPrefix"]!);
        if (OaiFormat.Named(prefix) is not { } format)
            return document.Error(OaiError.UnknownFormat(prefix), asked);
        return await FindAsync(identifier, document, ct) is { } record
            ? document.Of(asked, xml => document.Record(xml, record, format))
            : document.Error(OaiError.UnknownRecord(identifier), asked);
    }

    private async Task<byte[]> ListAsync(OaiArguments asked, OaiDocument document, CancellationToken ct)
    {
        OaiList? list;
        if (asked["resumptionToken"] is { } token)
        {
            list = OaiList.Read(asked.Verb, token);
        }
        else
        {
            var prefix = asked["metadataPrefix"]!;
            if (OaiDates.Read(asked["from"], asked["until"], out var range) is { } unreadable)
                return document.Error(unreadable, asked);
            if (OaiFormat.Named(prefix) is null)
                return document.Error(OaiError.UnknownFormat(prefix), asked);
            list = new(asked.Verb, prefix, asked["set"], range);
        }
        if (list is null || await repository.PageAsync(list, ct) is not { } page)
            return document.Error(OaiError.BadToken(), asked);
        if (page.Records.Count == 0)
            return document.Error(OaiError.NoRecords(), asked);
        var format = asked.Verb == "ListRecords" ? OaiFormat.Named(list.Prefix) : null;
        return document.Of(asked, xml =>
        {
            foreach (var record in page.Records)
                document.Record(xml, record, format);
            OaiDocument.Token(xml, page);
        });
    }

    private async Task<OaiRecord?> FindAsync(string identifier, OaiDocument document, CancellationToken ct) =>
        identifier.StartsWith(document.IdentifierStart, StringComparison.Ordinal) ? await repository.FindAsync(identifier[document.IdentifierStart.Length..], ct) : null;

    // Where nobody has left an address, the one that every web server has (RFC 2142 §5); a name without a dot is no address of the world (RFC 2606 §2).
    private string Admin(string host) => settings.Contact is { } contact && MailForm().IsMatch(contact)
        ? contact
        : $"webmaster@{(host.Contains('.', StringComparison.Ordinal) ? host : host + ".invalid")}";

    private static void Identifiers(XmlWriter xml, OaiDocument document)
    {
        const string form = "http://www.openarchives.org/OAI/2.0/oai-identifier";
        xml.WriteStartElement("oai-identifier", form);
        xml.WriteAttributeString("xsi", "schemaLocation", OaiDocument.Instance, $"{form} {form}.xsd");
        xml.WriteElementString("scheme", form, "oai");
        xml.WriteElementString("repositoryIdentifier", form, document.Site.Host);
        xml.WriteElementString("delimiter", form, ":");
        xml.WriteElementString("sampleIdentifier", form, $"{document.IdentifierStart}prometheus.DC101");
        xml.WriteEndElement();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^[^\s@]+@([^\s@.]+\.)+[^\s@.]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailForm();
}

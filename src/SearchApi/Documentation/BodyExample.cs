namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>A body that an address takes, in one line of JSON; for the document and for the page of examples.</summary>
internal sealed record BodyExample(string Json);

namespace DcCourseIndex.Indexer.Following;

/// <summary>What <c>status</c> says of the index. <paramref name="Engine"/> has written it, <paramref name="Wanted"/> is the one of the settings. <paramref name="Behind"/> counts revisions of the catalogue not read yet; null where the index follows another catalogue, engine or text analysis and will be rebuilt.</summary>
public sealed record IndexStatus(string Engine, string Wanted, long? Behind, IndexFigures Figures)
{
    public IndexPosition Position => Figures.Position;
}

namespace DcCourseIndex.Portals.Recording;

/// <summary>How many pages a list has at the page sizes that harvesters ask for.</summary>
internal static class PageCount
{
    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100];

    public static int Of(int count, int size) => (count + size - 1) / size;
}

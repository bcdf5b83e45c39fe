using DcCourseIndex.Portals.Courses;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>What can happen to all that a portal offers, whatever it offers; <see cref="Restore"/> brings everything back.</summary>
internal sealed record DisasterShelf(Action Empty, Action Halve, Action<string> RenameAll, Action Restore)
{
    public static DisasterShelf Of<T>(Shelf<T> shelf, Func<T, string> id, Func<T, string, T> rename)
    {
        var all = shelf.All;
        return new DisasterShelf(
            () => Keep(_ => false),
            () => Keep(index => index % 2 == 0),
            name => all.ToList().ForEach(item => shelf.Change(id(item), known => rename(known, name))),
            () =>
            {
                Keep(_ => false);
                all.ToList().ForEach(shelf.Add);
            });

        void Keep(Func<int, bool> kept)
        {
            foreach (var (index, item) in shelf.All.Index())
            {
                if (!kept(index))
                {
                    shelf.Remove(id(item));
                }
            }
        }
    }
}

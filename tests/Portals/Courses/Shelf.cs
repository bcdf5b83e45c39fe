using System.Collections.Immutable;

namespace DcCourseIndex.Portals.Courses;

/// <summary>What a portal offers, in the order in which it came; may be changed while the portal answers, so that a second harvest finds another portal.</summary>
public sealed class Shelf<T>(IEnumerable<T> items, Func<T, string> id)
{
    private readonly Lock gate = new();
    private ImmutableList<T> items = [.. items];

    /// <summary>A snapshot.</summary>
    public IReadOnlyList<T> All => items;

    /// <summary>Puts one at the end. Throws when the id is taken.</summary>
    public void Add(T item)
    {
        lock (gate)
        {
            if (items.Any(other => id(other) == id(item)))
            {
                throw new ArgumentException($"The portal already has {id(item)}; change it instead.", nameof(item));
            }

            items = items.Add(item);
        }
    }

    /// <summary>Replaces one. Throws when there is none of this id.</summary>
    public void Change(string which, Func<T, T> change)
    {
        lock (gate)
        {
            var index = IndexOf(which);
            items = items.SetItem(index, change(items[index]));
        }
    }

    /// <summary>Takes one away. Throws when there is none of this id.</summary>
    public void Remove(string which)
    {
        lock (gate)
        {
            items = items.RemoveAt(IndexOf(which));
        }
    }

    private int IndexOf(string which)
    {
        var index = items.FindIndex(item => id(item) == which);
        return index >= 0 ? index : throw new ArgumentException($"The portal has no {which}.", nameof(which));
    }
}

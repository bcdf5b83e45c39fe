using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Host.Roles;

/// <summary>All roles that this process holds on its data folder; all or none.</summary>
public sealed class RoleLocks : IDisposable
{
    private readonly List<RoleLock> locks = [];

    private RoleLocks()
    {
    }

    /// <summary>Takes every role asked for; where one is held already, releases the others and says in a sentence who holds it.</summary>
    public static (RoleLocks? Locks, string? Refusal) TryTake(string dataFolder, IEnumerable<Role> roles, TimeProvider clock)
    {
        var taken = new RoleLocks();
        foreach (var role in roles)
        {
            var (held, holder) = RoleLock.TryTake(dataFolder, role, clock);
            if (held is null)
            {
                taken.Dispose();
                return (null, $"The role «{Wire.Name(role)}» on {Path.GetFullPath(dataFolder)} is held by {holder}. Stop that process, or start this one with other roles or another --data folder.");
            }

            taken.locks.Add(held);
        }

        return (taken, null);
    }

    public void Dispose() => locks.ForEach(held => held.Dispose());
}

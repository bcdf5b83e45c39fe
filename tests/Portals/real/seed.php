<?php
// php seed.php SITE FILE: carries out the steps of a JSON file, as an editor would. Posts are named by their slug.
[, $site, $file] = $argv;
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $site . '/wp-load.php';
$day = json_decode(file_get_contents($file), true, 32, JSON_THROW_ON_ERROR);

function category(string $path): int
{
    $parent = 0;
    foreach (explode('/', $path) as $name) {
        $known = term_exists($name, 'category', $parent);
        $term = $known ?: wp_insert_term($name, 'category', ['parent' => $parent]);
        $parent = (int) (is_wp_error($term) ? exit($term->get_error_message()) : $term['term_id']);
    }
    return $parent;
}

function bySlug(string $slug): int
{
    $found = get_posts(['name' => $slug, 'post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => 1]);
    return $found ? $found[0]->ID : exit("there is no post $slug\n");
}

foreach ($day['create'] ?? [] as $post) {
    $id = wp_insert_post([
        'post_title' => $post['title'],
        'post_name' => $post['slug'],
        'post_content' => $post['content'] ?? '<p>Вигаданий допис.</p>',
        'post_type' => $post['type'] ?? 'post',
        'post_status' => $post['status'] ?? 'publish',
        'post_password' => $post['password'] ?? '',
        'post_date' => wp_date('Y-m-d H:i:s', time() - 86400 * $post['daysAgo']),
        'post_category' => array_map('category', $post['categories'] ?? []),
        'tags_input' => $post['tags'] ?? [],
    ], true);
    if (is_wp_error($id)) {
        exit($id->get_error_message());
    }
    if (!empty($post['sticky'])) {
        stick_post($id);
    }
}
foreach ($day['edit'] ?? [] as $slug => $fields) {
    wp_update_post(['ID' => bySlug($slug)] + $fields);
}
foreach ($day['trash'] ?? [] as $slug) {
    wp_trash_post(bySlug($slug));
}
foreach ($day['delete'] ?? [] as $slug) {
    wp_delete_post(bySlug($slug), true);
}
echo "done\n";

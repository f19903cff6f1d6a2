// SPDX-License-Identifier: Apache-2.0
#include "domain/Words.h"

#include <map>

namespace congvu::statistics {

namespace {

using Dictionary = std::map<std::string_view, std::string_view>;

/// The words of "a/b", else of "b", else the id itself.
std::string wordsOf(const Dictionary& dictionary, std::string_view group, std::string_view id) {
    const auto exact = dictionary.find(std::string{group} + '/' + std::string{id});
    const auto found = exact != dictionary.end() ? exact : dictionary.find(id);
    return std::string{found == dictionary.end() ? id : found->second};
}

}  // namespace

std::string sourceWords(std::string_view source) {
    static const Dictionary words{{"incoming", "Văn bản đến"}, {"outgoing", "Văn bản đi"}, {"tasks", "Nhiệm vụ"}};
    return wordsOf(words, "", source);
}

std::string measureWords(std::string_view source, std::string_view measure) {
    static const Dictionary words{{"type", "Theo loại văn bản"},
                                  {"source", "Theo nguồn gửi"},
                                  {"incoming/channel", "Theo hình thức nhận"},
                                  {"outgoing/channel", "Theo hình thức gửi"},
                                  {"signature", "Theo kết quả kiểm tra chữ ký số"},
                                  {"entry", "Đăng ký văn bản đến"},
                                  {"sending", "Phát hành văn bản đi"},
                                  {"person", "Chữ ký số của người có thẩm quyền"},
                                  {"agency", "Chữ ký số của cơ quan"},
                                  {"delivery", "Tiếp nhận tại nơi nhận"},
                                  {"standing", "Tình hình thực hiện"}};
    return wordsOf(words, source, measure);
}

std::string valueWords(std::string_view measure, std::string_view value) {
    static const Dictionary words{{"channel/electronic", "Điện tử"},
                                  {"channel/paper", "Giấy"},
                                  {"source/-", "Chưa xếp nguồn"},
                                  {"signature/valid", "Hợp lệ"},
                                  {"signature/indeterminate", "Chưa kết luận được"},
                                  {"signature/invalid", "Không hợp lệ"},
                                  {"signature/unsigned", "Không ký số"},
                                  {"signature/unreadable", "Không đọc được"},
                                  {"signature/unknown", "Chưa kiểm tra"},
                                  {"on_time", "Đúng hạn"},
                                  {"late", "Chậm"},
                                  {"yes", "Có"},
                                  {"no", "Không"},
                                  {"delivery/received", "Đã tiếp nhận"},
                                  {"delivery/waiting", "Chưa tiếp nhận"},
                                  {"delivery/refused", "Từ chối tiếp nhận"},
                                  {"done_on_time", "Hoàn thành đúng hạn"},
                                  {"done_late", "Hoàn thành quá hạn"},
                                  {"in_term", "Đang thực hiện, trong hạn"},
                                  {"overdue", "Đang thực hiện, quá hạn"},
                                  {"no_deadline", "Không có thời hạn"},
                                  {"suspended", "Tạm dừng"}};
    return wordsOf(words, measure, value);
}

std::string statusWords(std::string_view source, std::string_view status) {
    static const Dictionary words{{"registered", "Đăng ký"},   {"submitted", "Trình lãnh đạo"},
                                  {"handed", "Giao xử lý"},    {"started", "Bắt đầu xử lý"},
                                  {"completed", "Hoàn thành"}, {"signed", "Ký"},
                                  {"numbered", "Cấp số"},      {"sealed", "Cơ quan ký số"},
                                  {"issued", "Phát hành"},     {"outgoing/received", "Mọi nơi nhận đã tiếp nhận"},
                                  {"done", "Hoàn thành"}};
    return wordsOf(words, source, status);
}

}  // namespace congvu::statistics

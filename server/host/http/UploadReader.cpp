// SPDX-License-Identifier: Apache-2.0
#include "http/UploadReader.h"

#include "http/MediaType.h"
#include "http/MultipartParser.h"
#include "http/Sha256.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace congvu::host {

namespace {

constexpr std::size_t kReadSize = 64 * 1024;
constexpr std::size_t kMaximumNameCharacters = 200;

/// Receives the parts of one body.
class PartCollector {
public:
    PartCollector(Exchange& exchange, const std::filesystem::path& folder) : exchange_(exchange), folder_(folder) {}

    void start(const PartHead& head) {
        if (!head.fileName) {
            text_.clear();
            name_ = head.name;
            return;
        }
        if (exchange_.uploads.size() == kMaximumFiles) {
            throw AppError(ErrorKind::tooLarge, "too-many-files", {{"max", std::to_string(kMaximumFiles)}});
        }
        file_.emplace(folder_);
        hash_.emplace();
        firstBytes_.clear();
        exchange_.uploads.push_back({head.name, cleanFileName(*head.fileName), {}, {}, 0, file_->path()});
    }

    void append(std::string_view bytes) {
        if (!file_) {
            if (text_.size() + bytes.size() > kMaximumTextPart) {
                throw AppError(ErrorKind::tooLarge, "too-large");
            }
            text_.append(bytes);
            return;
        }
        file_->write(bytes);
        hash_->add(bytes);
        exchange_.uploads.back().sizeBytes += static_cast<std::int64_t>(bytes.size());
        if (firstBytes_.size() < kMediaTypeBytes) {
            firstBytes_.append(bytes.substr(0, kMediaTypeBytes - firstBytes_.size()));
        }
    }

    void end() {
        if (!file_) {
            endText();
            return;
        }
        file_->close();
        auto& upload = exchange_.uploads.back();
        upload.sha256 = hash_->hex();
        upload.mediaType = mediaTypeOf(firstBytes_);
        exchange_.uploadFiles.push_back(std::move(*file_));
        file_.reset();
    }

private:
    void endText() {
        if (!exchange_.parts.try_emplace(name_, std::move(text_)).second) {
            throw AppError(ErrorKind::badRequest, "bad-multipart");
        }
    }

    Exchange& exchange_;
    const std::filesystem::path& folder_;
    std::string name_;
    std::string text_;
    std::optional<TemporaryFile> file_;
    std::optional<Sha256> hash_;
    std::string firstBytes_;
};

void feedBody(const IncomingRequest& request, MultipartParser& parser) {
    if (!request.bodyFile) {
        parser.feed(request.body);
        return;
    }
    std::ifstream body(request.bodyFile->path(), std::ios::binary);
    std::array<char, kReadSize> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    while (body.read(buffer.data(), buffer.size()), body.gcount() > 0) {
        parser.feed({buffer.data(), static_cast<std::size_t>(body.gcount())});
    }
}

/// Bidirectional controls can make "exe.pdf" look like "pdf.exe" (CVE-2021-42574 and its kin).
bool isDirectionControl(std::string_view text) {
    return text.starts_with("\u200e") || text.starts_with("\u200f") || text.starts_with("\u061c") ||
           (text.starts_with("\xe2\x80") && text.size() > 2 && text[2] >= '\xaa' && text[2] <= '\xae') ||
           (text.starts_with("\xe2\x81") && text.size() > 2 && text[2] >= '\xa6' && text[2] <= '\xa9');
}

std::size_t characterBytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

}  // namespace

void readUploads(Exchange& exchange, const std::string& boundary, const std::filesystem::path& uploadFolder) {
    PartCollector collector(exchange, uploadFolder);
    MultipartParser parser(boundary, {[&](const PartHead& head) { collector.start(head); },
                                      [&](std::string_view bytes) { collector.append(bytes); }, [&] { collector.end(); }});
    feedBody(exchange.request, parser);
    parser.finish();
    exchange.request.body.clear();
    exchange.request.bodyFile.reset();
}

std::string cleanFileName(std::string_view hostileName) {
    const auto slash = hostileName.find_last_of("/\\");
    std::string_view rest = slash == std::string_view::npos ? hostileName : hostileName.substr(slash + 1);
    std::string printable;
    for (std::size_t i = 0; i < rest.size();) {
        const auto length = std::min(characterBytes(rest[i]), rest.size() - i);
        const bool isControl = length == 1 && (static_cast<unsigned char>(rest[i]) < 0x20 || rest[i] == 0x7f);
        if (!isControl && !isDirectionControl(rest.substr(i))) {
            printable.append(rest.substr(i, length));
        }
        i += length;
    }
    if (!text::isClean(printable)) {
        return "file";  // not UTF-8: nothing that could be shown
    }
    auto name = text::normalize(printable);
    std::size_t end = 0;
    for (std::size_t characters = 0; end < name.size() && characters < kMaximumNameCharacters; ++characters) {
        end += characterBytes(name[end]);
    }
    name.resize(std::min(end, name.size()));
    const auto first = name.find_first_not_of(" .");
    return first == std::string::npos ? "file" : name.substr(first);
}

}  // namespace congvu::host

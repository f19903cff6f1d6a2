// SPDX-License-Identifier: Apache-2.0
#include "service/QrPicture.h"

#include <qrcodegen/qrcodegen.hpp>

namespace congvu::signingdesk {

namespace {

constexpr int kQuietZone = 4;

/// One square of the path for each dark module.
std::string squaresOf(const qrcodegen::QrCode& code) {
    std::string squares;
    for (int y = 0; y < code.getSize(); ++y) {
        for (int x = 0; x < code.getSize(); ++x) {
            if (code.getModule(x, y)) {
                squares += 'M' + std::to_string(x + kQuietZone) + ' ' + std::to_string(y + kQuietZone) + "h1v1h-1z";
            }
        }
    }
    return squares;
}

}  // namespace

std::string qrPicture(const std::string& text) {
    const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    const auto side = std::to_string(code.getSize() + 2 * kQuietZone);
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + side + ' ' + side +
           R"(" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h)" + side + 'v' + side + "h-" + side + R"(z"/><path d=")" +
           squaresOf(code) + R"("/></svg>)";
}

}  // namespace congvu::signingdesk
